package cellar.catalog.library;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import cellar.catalog.lock.AdvisoryLocks;

/**
 * All images.
 */
interface Images extends Repository<Image, UUID>, JpaSpecificationExecutor<Image> {

	Image saveAndFlush(Image image);

	void delete(Image image);

	Optional<Image> findById(UUID id);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select image from Image image where image.id = :id")
	Optional<Image> lockById(UUID id);

	Optional<Image> findByAboutNameIgnoreCase(String name);

	@Query("select image from Image image where image.origin.number = :number")
	Optional<Image> findByOriginNumber(String number);

	@Query("select image from Image image where image.origin.url = :url order by image.createdAt, image.id")
	List<Image> findByOriginUrl(String url);

	List<Image> findByStateOrderByReleasedAtDescAboutNameAsc(ImageState state);

	/**
	 * Returns the names that contain the given name or are contained in it. Clients that
	 * match by part of a name cannot tell them apart.
	 * @param name the name
	 * @param activeOnly whether only active images count
	 * @return the names, without the given one
	 */
	@Query(nativeQuery = true, value = """
			select name from image where lower(name) <> lower(:name)
			and (position(lower(name) in lower(:name)) > 0 or position(lower(:name) in lower(name)) > 0)
			and (state = 'ACTIVE' or not :activeOnly) order by name""")
	List<String> findOverlapping(String name, boolean activeOnly);

	@Query(nativeQuery = true,
			value = "select lower(name) from image where right(lower(name), length(:end)) = lower(:end)")
	Set<String> findNamesEndingWith(String end);

	/**
	 * Makes those who choose names wait for each other until their transactions end.
	 * @return a value without meaning
	 */
	@Query(nativeQuery = true,
			value = "select 1 from (select pg_advisory_xact_lock(" + AdvisoryLocks.IMAGE_NAMES + ")) as held")
	int lockNames();

	@Query(nativeQuery = true, value = "select exists (select 1 from published_image where image_id = :id)")
	boolean isPublished(UUID id);

}
