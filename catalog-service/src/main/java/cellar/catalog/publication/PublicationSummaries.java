package cellar.catalog.publication;

import java.util.Optional;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

/**
 * All publications, as lists show them.
 */
interface PublicationSummaries extends Repository<PublicationSummary, Long> {

	Optional<PublicationSummary> findBySerial(long serial);

	Optional<PublicationSummary> findByState(PublicationState state);

	Page<PublicationSummary> findAllByOrderBySerialDesc(Pageable page);

}
