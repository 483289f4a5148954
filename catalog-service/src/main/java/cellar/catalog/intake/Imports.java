package cellar.catalog.intake;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/**
 * All imports.
 */
interface Imports extends Repository<CatalogImport, UUID> {

	CatalogImport saveAndFlush(CatalogImport wanted);

	Optional<CatalogImport> findById(UUID id);

	long countByFinishedAtIsNull();

}
