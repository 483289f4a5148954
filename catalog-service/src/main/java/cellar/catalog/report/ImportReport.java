package cellar.catalog.report;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what became of the entries of imports.
 */
@Component
@Transactional
public class ImportReport {

	private final ImportEntries entries;

	ImportReport(ImportEntries entries) {
		this.entries = entries;
	}

	/**
	 * Judges an entry, unless that was done before. The result is kept together with
	 * whatever the judgement changes.
	 * @param importId the import
	 * @param position the place of the entry in the catalog
	 * @param judgement decides what becomes of it
	 * @return the result, or nothing if it was judged before
	 */
	public Optional<EntryResult> judge(UUID importId, int position, Supplier<EntryResult> judgement) {
		if (this.entries.existsByImportIdAndPosition(importId, position)) {
			return Optional.empty();
		}
		EntryResult result = judgement.get();
		this.entries.save(new ImportEntry(new ImportEntry.Key(importId, position), result));
		return Optional.of(result);
	}

	/**
	 * Returns what has been judged so far.
	 * @param importId the import
	 * @return the results in the order of the entries
	 */
	@Transactional(readOnly = true)
	public List<EntryResult> results(UUID importId) {
		return this.entries.findByImportIdOrderByPosition(importId).stream().map(ImportEntry::result).toList();
	}

}
