package cellar.catalog.transition;

import org.springframework.data.repository.Repository;

/**
 * All steps that images have taken.
 */
interface TransitionRecords extends Repository<TransitionRecord, Long> {

	TransitionRecord save(TransitionRecord taken);

}
