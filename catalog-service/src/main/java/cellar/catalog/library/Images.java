package cellar.catalog.library;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import org.hibernate.jpa.HibernateHints;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
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

	// Read-only: each flush of a publication would compare every field of every image.
	@QueryHints(@QueryHint(name = HibernateHints.HINT_READ_ONLY, value = "true"))
	List<Image> findByStateInOrderByReleasedAtDescAboutNameAsc(Collection<ImageState> states);

	/**
	 * Makes those who give content to images, or take it away, wait for each other.
	 * @param beginning the first four bytes of the SHA-256 of the content
	 * @return a value without meaning
	 */
	@Query(nativeQuery = true,
			value = "select 1 from (select pg_advisory_xact_lock(" + AdvisoryLocks.CONTENT + ", :beginning)) as held")
	int lockContent(int beginning);

	/**
	 * Lets no objects be marked that go, while images get content.
	 * @return a value without meaning
	 */
	@Query(nativeQuery = true,
			value = "select 1 from (select pg_advisory_xact_lock_shared(" + AdvisoryLocks.COLLECTION + ")) as held")
	int lockCollection();

	// No entity: it would be the one of before the lock.
	@Query("select image.artifact.sha256 from Image image where image.id = :id")
	Optional<String> findSha256(UUID id);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select image from Image image where image.artifact.sha256 = :sha256 order by image.id")
	List<Image> lockByContent(String sha256);

	@Query("""
			select image.about.name from Image image
			where image.artifact.sha256 = :sha256 and image.state = :state order by image.about.name""")
	List<String> findNamesByContent(String sha256, ImageState state);

	@Query("""
			select count(image) > 0 from Image image
			where image.artifact.sha256 = :sha256 and image.state <> :state""")
	boolean hasContentInOtherState(String sha256, ImageState state);

	@Query("select image.id from Image image where image.state = :state")
	Set<UUID> findIdsByState(ImageState state);

	@Query("select new cellar.catalog.library.Creation(image.id, image.createdAt) from Image image")
	List<Creation> findCreations();

	@Query("select new cellar.catalog.library.StateCount(image.state, count(image)) from Image image group by image.state")
	List<StateCount> countByState();

}
