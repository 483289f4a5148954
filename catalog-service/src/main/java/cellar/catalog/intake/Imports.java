package cellar.catalog.intake;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * All imports.
 */
interface Imports extends Repository<CatalogImport, UUID> {

	CatalogImport saveAndFlush(CatalogImport wanted);

	Optional<CatalogImport> findById(UUID id);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select wanted from CatalogImport wanted where wanted.id = :id")
	Optional<CatalogImport> lockById(UUID id);

	Page<CatalogImport> findAllByOrderByCreatedAtDescId(Pageable page);

	long countByFinishedAtIsNull();

}
