package cellar.catalog.timetable;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * All steps that were ever planned.
 */
interface PlannedTransitions extends Repository<PlannedTransition, UUID> {

	PlannedTransition saveAndFlush(PlannedTransition planned);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select planned from PlannedTransition planned where planned.id = :id")
	Optional<PlannedTransition> lockById(UUID id);

	Optional<PlannedTransition> findByIdAndImageId(UUID id, UUID imageId);

	List<PlannedTransition> findByImageIdOrderByPlannedForDescIdAsc(UUID imageId);

}
