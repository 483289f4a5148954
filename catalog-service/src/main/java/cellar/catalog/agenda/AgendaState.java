package cellar.catalog.agenda;

/**
 * What became of an order that waits for its time.
 */
enum AgendaState {

	/** It waits. */
	PLANNED,

	/** Its time has come, and what was offered then was frozen. */
	DONE,

	/** It was called off. */
	CANCELLED

}
