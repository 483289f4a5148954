package cellar.catalog.importer;

import cellar.catalog.intake.ImportState;
import cellar.catalog.report.EntryOutcome;

/**
 * Called for what becomes of imports, once that is kept.
 */
interface ImportObserver {

	/**
	 * Called for every entry.
	 * @param outcome what became of it
	 */
	void judged(EntryOutcome outcome);

	/**
	 * Called for every import that came to its end.
	 * @param end its last state
	 */
	void ended(ImportState end);

}
