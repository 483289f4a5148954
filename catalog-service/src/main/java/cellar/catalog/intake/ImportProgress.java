package cellar.catalog.intake;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the database knows of imports under way, one transaction for each step.
 */
@Component
@Transactional
public class ImportProgress {

	private final Imports imports;

	private final Clock clock;

	ImportProgress(Imports imports, Clock clock) {
		this.imports = imports;
		this.clock = clock;
	}

	/**
	 * Finds an import that has not come to its end.
	 * @param id the import
	 * @return the import, unless it has
	 */
	@Transactional(readOnly = true)
	public Optional<UnfinishedImport> findUnfinished(UUID id) {
		return Optional.of(get(id)).filter((wanted) -> !wanted.isFinished()).map(UnfinishedImport::of);
	}

	/**
	 * Counts imports that have not come to their end.
	 * @return how many there are
	 */
	@Transactional(readOnly = true)
	public long countUnsettled() {
		return this.imports.countByFinishedAtIsNull();
	}

	/**
	 * Counts an attempt as one that the process does not survive, until it is back.
	 * @param id the import
	 */
	public void attempt(UUID id) {
		countBrokenOff(id, 1);
	}

	/**
	 * Takes back that the process did not survive an attempt.
	 * @param id the import
	 */
	public void survive(UUID id) {
		countBrokenOff(id, -1);
	}

	private void countBrokenOff(UUID id, int more) {
		CatalogImport wanted = locked(id);
		wanted.brokenOff(more);
		this.imports.saveAndFlush(wanted);
	}

	/**
	 * Keeps the text of a catalog before it is judged.
	 * @param id the import
	 * @param text the catalog
	 */
	public void begin(UUID id, String text) {
		CatalogImport wanted = locked(id);
		if (!wanted.isFinished()) {
			wanted.begin(text);
			this.imports.saveAndFlush(wanted);
		}
	}

	/**
	 * Notes that every entry has been judged.
	 * @param id the import
	 * @throws ImportEndedException if it was cancelled before
	 */
	public void complete(UUID id) {
		hold(id);
		CatalogImport wanted = get(id);
		wanted.complete(this.clock.instant());
		this.imports.saveAndFlush(wanted);
	}

	/**
	 * Notes that there was no catalog to judge.
	 * @param id the import
	 * @param reason why
	 */
	public void fail(UUID id, String reason) {
		CatalogImport wanted = locked(id);
		if (!wanted.isFinished()) {
			wanted.fail(reason, this.clock.instant());
			this.imports.saveAndFlush(wanted);
		}
	}

	/**
	 * Makes sure that an import is not cancelled until the transaction ends.
	 * @param id the import
	 * @throws ImportEndedException if that was done, or it ended otherwise
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void hold(UUID id) {
		if (locked(id).isFinished()) {
			throw new ImportEndedException(id);
		}
	}

	private CatalogImport locked(UUID id) {
		return this.imports.lockById(id).orElseThrow(() -> new ImportNotFoundException(id));
	}

	private CatalogImport get(UUID id) {
		return this.imports.findById(id).orElseThrow(() -> new ImportNotFoundException(id));
	}

}
