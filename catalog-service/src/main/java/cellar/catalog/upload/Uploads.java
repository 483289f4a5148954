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
	 * Gives up objects that no image names any more: replaced, or their draft deleted.
	 * @return how many
	 */
	@Modifying
	@Query(nativeQuery = true, value = """
			update upload set state = 'ORPHANED' where state = 'BOUND'
			and not exists (select 1 from image where image.artifact_upload_id = upload.id)""")
	int abandonUnnamed();

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

}
