package cellar.catalog.transition;

import java.util.UUID;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

/**
 * All steps that images have taken.
 */
interface TransitionRecords extends Repository<TransitionRecord, Long> {

	TransitionRecord save(TransitionRecord taken);

	Page<TransitionRecord> findByImageIdOrderByIdDesc(UUID imageId, Pageable page);

}
