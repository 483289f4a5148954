package cellar.catalog.report;

import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/**
 * The entries of all imports that have been judged.
 */
interface ImportEntries extends Repository<ImportEntry, ImportEntry.Key> {

	ImportEntry save(ImportEntry entry);

	boolean existsByImportIdAndPosition(UUID importId, Integer position);

	List<ImportEntry> findByImportIdOrderByPosition(UUID importId);

}
