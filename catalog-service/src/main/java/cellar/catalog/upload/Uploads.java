package cellar.catalog.upload;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * All uploads whose object is or may be in the store.
 */
@Transactional
interface Uploads extends Repository<Upload, UUID> {

	Upload saveAndFlush(Upload upload);

	Optional<Upload> findById(UUID id);

	List<Upload> findTop100ByStateOrderByTouchedAtAsc(UploadState state);

	@Modifying
	@Query("update Upload upload set upload.multipartId = :multipartId where upload.id = :id")
	int noteMultipartId(UUID id, String multipartId);

	/**
	 * Notes a sign of life.
	 * @param id the upload
	 * @param now the time
	 * @return 0 if the upload was given up meanwhile
	 */
	@Modifying
	@Query("update Upload upload set upload.touchedAt = :now where upload.id = :id and upload.state = RUNNING")
	int touch(UUID id, Instant now);

	/**
	 * Locks the row and leaves it as it is.
	 * @param id the upload
	 * @return 0 if the upload was given up meanwhile
	 */
	@Modifying
	@Query("update Upload upload set upload.touchedAt = upload.touchedAt where upload.id = :id and upload.state = RUNNING")
	int hold(UUID id);

	/**
	 * Keeps the object for good.
	 * @param id the upload
	 * @return 0 if the upload was given up meanwhile
	 */
	@Modifying
	@Query("update Upload upload set upload.state = BOUND where upload.id = :id and upload.state = RUNNING")
	int bind(UUID id);

	@Modifying
	@Query("update Upload upload set upload.state = ORPHANED where upload.id = :id and upload.state = RUNNING")
	int abandon(UUID id);

	@Modifying
	@Query(nativeQuery = true, value = """
			update upload set state = 'ORPHANED' where state = 'RUNNING' and id in
			(select id from upload where id in (:ids) for update skip locked)""")
	int abandonFree(Collection<UUID> ids);

	@Modifying
	@Query("""
			update Upload upload set upload.state = ORPHANED where upload.state = RUNNING
			and upload.resumable = :resumable and upload.touchedAt < :before""")
	int abandonSilent(boolean resumable, Instant before);

	/**
	 * Keeps another object in the place of the one that an upload has brought, which has
	 * to be removed.
	 * @param id the upload
	 * @param other the upload of the other object
	 * @return 0 if the upload was given up meanwhile
	 */
	@Modifying
	@Query(nativeQuery = true, value = """
			update upload set state = 'ORPHANED', kept_as = :other where id = :id and state = 'RUNNING'""")
	int keepAs(UUID id, UUID other);

	/**
	 * Finds the objects of some content that readers may get, and lets none of them be
	 * given up until the transaction ends.
	 * @param sha256 of the content
	 * @param size bytes of it
	 * @return the objects, first the one that was there first
	 */
	@Query(nativeQuery = true, value = """
			select upload.id, upload.object_key as key from upload
			where state = 'BOUND' and id in (select artifact_upload_id from image
				where artifact_sha256 = :sha256 and artifact_size = :size and image.state <> 'WITHDRAWN')
			and object_key not in (select artifact_key from image
				where artifact_sha256 = :sha256 and image.state = 'WITHDRAWN')
			and not exists (select 1 from collection_object marked
				where marked.object_key = upload.object_key and marked.outcome = 'MARKED')
			order by started_at, id for share""")
	List<KeptObject> holdKept(String sha256, long size);

	/**
	 * Finds objects that no image names any more: replaced, or their draft deleted.
	 * Nobody makes them another image's until the transaction ends.
	 * @return their uploads, at most 1000
	 */
	@Query(nativeQuery = true, value = """
			select id from upload where state = 'BOUND'
			and not exists (select 1 from image where image.artifact_upload_id = upload.id)
			limit 1000 for update skip locked""")
	List<UUID> lockUnnamed();

	/**
	 * Gives up objects that no image names. It looks once more: what was locked may have
	 * got an image between being found and being locked.
	 * @param ids uploads that were locked
	 * @return how many
	 */
	@Modifying
	@Query(nativeQuery = true, value = """
			update upload set state = 'ORPHANED' where id in :ids and state = 'BOUND'
			and not exists (select 1 from image where image.artifact_upload_id = upload.id)""")
	int abandonUnnamed(Collection<UUID> ids);

	@Query("select upload.actor from Upload upload where upload.id = :id")
	String findActorById(UUID id);

	Optional<Upload> findByIdAndState(UUID id, UploadState state);

	List<Upload> findTop100ByStateAndTouchedAtBeforeOrderByTouchedAtAsc(UploadState state, Instant before);

	/**
	 * Lets others go first.
	 * @param id the upload whose remains cannot be removed now
	 * @param now the time
	 * @return how many
	 */
	@Modifying
	@Query("update Upload upload set upload.touchedAt = :now where upload.id = :id")
	int postpone(UUID id, Instant now);

	@Modifying
	@Query("""
			update Upload upload set upload.state = SWEPT, upload.touchedAt = :now
			where upload.id = :id and upload.state = ORPHANED""")
	int sweep(UUID id, Instant now);

	@Modifying
	@Query("delete from Upload upload where upload.id = :id and upload.state = SWEPT")
	int forget(UUID id);

	/**
	 * An object that images name.
	 */
	interface KeptObject {

		UUID getId();

		String getKey();

	}

}
