package cellar.catalog.timetable;

/**
 * What became of a planned step. The last three are final.
 */
enum PlanState {

	/** It waits for its time. */
	PLANNED,

	/** It was taken. */
	DONE,

	/** It could not be taken any more when its time had come. */
	FAILED,

	/** Somebody called it off. */
	CANCELLED

}
