package cellar.catalog.download;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.task.TaskQueue;
import cellar.catalog.upload.UploadProgress;

/**
 * The files that imports wait for. They are fetched in lanes, one file at a time in each:
 * a lane is a task, which the database gives to one process at a time.
 */
@Component
@Transactional
public class DownloadQueue {

	static final TaskDescriptor<Void> LANE = TaskDescriptor.of("download-lane");

	/** Lanes are woken when there is something; this is for wakers that die. */
	private static final Duration LONGEST_SLEEP = Duration.ofMinutes(5);

	private final Downloads downloads;

	private final FilesOverview overview;

	private final UploadProgress uploads;

	private final TaskQueue tasks;

	private final DownloadProperties properties;

	private final Clock clock;

	DownloadQueue(Downloads downloads, FilesOverview overview, UploadProgress uploads, TaskQueue tasks,
			DownloadProperties properties, Clock clock) {
		this.downloads = downloads;
		this.overview = overview;
		this.uploads = uploads;
		this.tasks = tasks;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Asks for a file, in the transaction of whoever needs it.
	 * @param wanted the file
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void order(WantedFile wanted) {
		Instant now = this.clock.instant();
		Download download = new Download(wanted, now);
		if (wanted.url() == null) {
			download.settle(DownloadState.SKIPPED, "Nothing tells where the file is; give a 'base' for relative URLs",
					now);
		}
		this.downloads.save(download);
	}

	/**
	 * Makes every lane look for files, once those are kept that were asked for.
	 */
	public void open() {
		for (int lane = 1; lane <= this.properties.concurrentFetches(); lane++) {
			wake(lane);
		}
	}

	void wake(int lane) {
		this.tasks.wake(LANE, String.valueOf(lane), this.clock.instant());
	}

	/**
	 * Tells when a lane that found nothing has to look again.
	 * @return the time, which may be past
	 */
	@Transactional(readOnly = true)
	Instant nextTurn() {
		Instant latest = this.clock.instant().plus(LONGEST_SLEEP);
		Instant due = this.downloads.findNextDueAt(this.properties.perHost());
		return (due != null && due.isBefore(latest)) ? due : latest;
	}

	/**
	 * Gives up whatever of an import is not here yet.
	 * @param importId the import
	 * @param reason why
	 * @return how many files
	 */
	public int giveUp(UUID importId, String reason) {
		// Whoever is at one lets go of it when they find that it is not wanted.
		this.uploads.abandonFree(this.downloads.findOpenUploads(importId));
		return this.downloads.skipAll(importId, reason, this.clock.instant());
	}

	/**
	 * Tells how far the files of an import have come.
	 * @param importId the import
	 * @return the files by the places of their entries
	 */
	@Transactional(readOnly = true)
	public Map<Integer, FileProgress> progress(UUID importId) {
		Map<Integer, FileProgress> files = new LinkedHashMap<>();
		this.downloads.findByIdImportIdOrderByIdPosition(importId)
			.forEach((download) -> files.put(download.getId().position(), FileProgress.of(download)));
		return files;
	}

	/**
	 * Adds up how far the files of imports have come.
	 * @param imports the imports
	 * @return the sums of those that have files
	 */
	@Transactional(readOnly = true)
	public Map<UUID, FilesProgress> overview(Collection<UUID> imports) {
		return this.overview.of(imports);
	}

}
