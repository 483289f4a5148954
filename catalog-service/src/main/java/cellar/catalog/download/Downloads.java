package cellar.catalog.download;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * All files that are or were on their way here.
 */
interface Downloads extends Repository<Download, Download.Key> {

	Download save(Download download);

	Optional<Download> findById(Download.Key id);

	List<Download> findByIdImportIdOrderByIdPosition(UUID importId);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select download from Download download where download.id = :id and download.state = FETCHING")
	Optional<Download> lockFetching(Download.Key id);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select download from Download download where download.uploadId = :uploadId")
	Optional<Download> lockByUploadId(UUID uploadId);

	@Query("""
			select download.uploadId from Download download
			where download.id.importId = :importId and download.state in (WAITING, FETCHING)
			and download.uploadId is not null""")
	List<UUID> findOpenUploads(UUID importId);

	/**
	 * Finds what a lane was at when its process died.
	 * @param lane the lane
	 * @return the file, if there is one
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select download from Download download where download.state = FETCHING and download.lane = :lane")
	List<Download> lockByLane(int lane);

	/**
	 * Finds the file whose turn it is: of the import that had the fewest turns, and of a
	 * host that has not its share of the lanes already.
	 * @param now the time
	 * @param perHost how many files of one host are fetched at once
	 * @return the file, if there is one
	 */
	@Query(nativeQuery = true, value = """
			select download.* from download
			join (select import_id, sum(attempts) as turns from download
				where import_id in (select import_id from download where state = 'WAITING')
				group by import_id) as import_turns using (import_id)
			where download.state = 'WAITING' and download.due_at <= :now
			and (select count(*) from download busy where busy.state = 'FETCHING'
				and split_part(busy.url, '/', 3) = split_part(download.url, '/', 3)) < :perHost
			order by import_turns.turns, download.due_at, download.position
			limit 1 for update of download skip locked""")
	Optional<Download> lockNext(Instant now, int perHost);

	@Query(nativeQuery = true, value = """
			select min(due_at) from download where state = 'WAITING'
			and (select count(*) from download busy where busy.state = 'FETCHING'
				and split_part(busy.url, '/', 3) = split_part(download.url, '/', 3)) < :perHost""")
	@Nullable Instant findNextDueAt(int perHost);

	/**
	 * Lets lanes choose one after the other, until the transaction ends.
	 * @return nothing of interest
	 */
	@Query(nativeQuery = true, value = "select 1 from pg_advisory_xact_lock(hashtext('download-lane'))")
	int waitForTurn();

	/**
	 * Notes how far a file has come.
	 * @param id the file
	 * @param bytes how much has arrived
	 * @param total how much there is
	 * @return 0 if nobody wants it any more
	 */
	@Modifying
	@Query("""
			update Download download set download.bytes = :bytes, download.totalBytes = :total
			where download.id = :id and download.state = FETCHING""")
	int progress(Download.Key id, long bytes, long total);

	@Modifying
	@Query("""
			update Download download set download.state = SKIPPED, download.lane = null, download.reason = :reason,
			download.settledAt = :now
			where download.id.importId = :importId and download.state in (WAITING, FETCHING)""")
	int skipAll(UUID importId, String reason, Instant now);

	/**
	 * Gives back what lanes were at that are no more.
	 * @param lanes how many there are
	 * @return how many files
	 */
	@Modifying
	@Query("""
			update Download download set download.state = WAITING, download.lane = null
			where download.state = FETCHING and download.lane > :lanes""")
	int leaveLanesBeyond(int lanes);

}
