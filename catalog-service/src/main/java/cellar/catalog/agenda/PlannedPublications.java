package cellar.catalog.agenda;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * All publications that were ever planned.
 */
interface PlannedPublications extends Repository<PlannedPublication, UUID> {

	PlannedPublication saveAndFlush(PlannedPublication planned);

	Optional<PlannedPublication> findById(UUID id);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select planned from PlannedPublication planned where planned.id = :id")
	Optional<PlannedPublication> lockById(UUID id);

	Page<PlannedPublication> findByOrderByPlannedForDescIdAsc(Pageable page);

}
