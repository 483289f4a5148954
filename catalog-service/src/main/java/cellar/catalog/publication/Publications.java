package cellar.catalog.publication;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import cellar.catalog.lock.AdvisoryLocks;

/**
 * All publications.
 */
interface Publications extends Repository<Publication, Long> {

	Publication saveAndFlush(Publication publication);

	Optional<Publication> findBySerial(long serial);

	Optional<PublicationDocument> findDocumentBySerial(long serial);

	Optional<PublicationDocument> findDocumentByState(PublicationState state);

	Page<PublicationDocument> findDocumentsByOrderBySerialDesc(Pageable page);

	List<PublicationDocument> findDocumentsByPublishedAtIsNotNullOrderBySerialDesc(Limit limit);

	@Query("select publication.serial from Publication publication where publication.state = :state")
	Optional<Long> findSerialByState(PublicationState state);

	@Query("""
			select publication.serial from Publication publication
			where publication.serial <= :serial and publication.state in :states order by publication.serial""")
	List<Long> findSerialsUpTo(long serial, Collection<PublicationState> states);

	long countByStateIn(Collection<PublicationState> states);

	@Query("select min(publication.createdAt) from Publication publication where publication.state in :states")
	Optional<Instant> oldestIn(Collection<PublicationState> states);

	List<Publication> findBySerialLessThanAndStateIn(long serial, Collection<PublicationState> states);

	/**
	 * Makes those who freeze wait for each other, so that a higher serial never holds
	 * older content.
	 * @return a value without meaning
	 */
	@Query(nativeQuery = true,
			value = "select 1 from (select pg_advisory_xact_lock(" + AdvisoryLocks.FREEZING + ")) as held")
	int lockFreezing();

	@Query(nativeQuery = true, value = "select nextval('publication_serial')")
	long nextSerial();

	@Query(nativeQuery = true, value = "select serial from publication_fence")
	long fence();

	@Query(nativeQuery = true, value = "select site_id from publication_fence")
	UUID siteId();

	/**
	 * Claims the pointers for a publication.
	 * @param serial the publication
	 * @return 0 if a newer one has claimed them
	 */
	@Modifying
	@Query(nativeQuery = true, value = "update publication_fence set serial = :serial where serial <= :serial")
	int raiseFence(long serial);

}
