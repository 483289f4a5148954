package cellar.catalog.transition;

import java.util.UUID;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import cellar.catalog.lock.AdvisoryLocks;

/**
 * All steps that images have taken.
 */
interface TransitionRecords extends Repository<TransitionRecord, Long> {

	TransitionRecord save(TransitionRecord taken);

	/**
	 * Makes those who name successors wait for each other, so that no two images are made
	 * to follow each other.
	 * @return a value without meaning
	 */
	@Query(nativeQuery = true,
			value = "select 1 from (select pg_advisory_xact_lock(" + AdvisoryLocks.SUCCESSORS + ")) as held")
	int lockSuccessors();

	Page<TransitionRecord> findByImageIdOrderByIdDesc(UUID imageId, Pageable page);

}
