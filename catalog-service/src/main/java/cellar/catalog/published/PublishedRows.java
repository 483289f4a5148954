package cellar.catalog.published;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * All images of the live publication.
 */
interface PublishedRows extends Repository<PublishedImage, UUID>, JpaSpecificationExecutor<PublishedImage> {

	@Query("select image.id from PublishedImage image")
	Set<UUID> findIds();

	List<PublishedImage> findByIdIn(Collection<UUID> ids);

	Optional<PublishedImage> findById(UUID id);

	@Query(nativeQuery = true, value = "select coalesce(max(serial), 0) from publication where state = 'LIVE'")
	long liveSerial();

	@Modifying
	@Query("delete from PublishedImage image where image.id in :ids")
	void deleteByIdIn(Collection<UUID> ids);

	List<PublishedImage> saveAll(Iterable<PublishedImage> images);

}
