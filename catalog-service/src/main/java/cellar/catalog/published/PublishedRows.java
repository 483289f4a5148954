package cellar.catalog.published;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * All images of the live publication.
 */
interface PublishedRows extends Repository<PublishedImage, UUID>, JpaSpecificationExecutor<PublishedImage> {

	List<PublishedImage> findAll();

	Optional<PublishedImage> findById(UUID id);

	@Query(nativeQuery = true, value = "select coalesce(max(serial), 0) from publication where state = 'LIVE'")
	long liveSerial();

	void deleteAll(Iterable<PublishedImage> images);

	List<PublishedImage> saveAll(Iterable<PublishedImage> images);

}
