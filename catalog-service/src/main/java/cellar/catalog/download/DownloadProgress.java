package cellar.catalog.download;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.upload.UploadProgress;

/**
 * What the database knows of files under way, one transaction for each step.
 */
@Component
@Transactional
class DownloadProgress {

	private final Downloads downloads;

	private final UploadProgress uploads;

	private final DownloadProperties properties;

	private final Clock clock;

	DownloadProgress(Downloads downloads, UploadProgress uploads, DownloadProperties properties, Clock clock) {
		this.downloads = downloads;
		this.uploads = uploads;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Takes the next file: what this lane was at when its process died goes first.
	 * @param lane the lane
	 * @return the file, if one waits
	 */
	Optional<WantedFile> take(int lane) {
		this.downloads.leaveLanesBeyond(this.properties.concurrentFetches());
		return this.downloads.lockByLane(lane)
			.stream()
			.findFirst()
			.or(() -> this.downloads.lockNext(this.clock.instant()))
			.map((download) -> {
				download.begin(lane);
				return this.downloads.save(download).wanted();
			});
	}

	/**
	 * Makes known by which upload a file arrives. An earlier one, whose process may be
	 * slow and not dead, keeps nothing any more.
	 * @param id the file
	 * @param uploadId the upload
	 * @return whether the file is still wanted
	 */
	boolean arrivesBy(Download.Key id, UUID uploadId) {
		// In the order of those that keep a file: the upload, then who wants it.
		this.downloads.findById(id).map(Download::uploadId).ifPresent(this.uploads::abandon);
		Optional<Download> wanted = this.downloads.lockFetching(id);
		wanted.ifPresent((download) -> {
			download.arriveBy(uploadId);
			this.downloads.save(download);
		});
		return wanted.isPresent();
	}

	boolean arrived(Download.Key id, long bytes, long total) {
		return this.downloads.progress(id, bytes, total) > 0;
	}

	void settle(Download.Key id, DownloadState end, String reason) {
		change(id, (download) -> download.settle(end, reason, this.clock.instant()));
	}

	void interrupt(Download.Key id) {
		change(id, (download) -> download.interrupt(this.clock.instant()));
	}

	/**
	 * Lets a file be tried again later, unless that was often enough.
	 * @param id the file
	 * @param reason why it is not here
	 */
	void retry(Download.Key id, String reason) {
		change(id, (download) -> {
			if (download.attempts() >= this.properties.fetchAttempts()) {
				download.settle(DownloadState.FAILED, reason, this.clock.instant());
			}
			else {
				download.postpone(this.clock.instant().plus(this.properties.pauseAfter(download.attempts())), reason);
			}
		});
	}

	private void change(Download.Key id, Consumer<Download> change) {
		this.downloads.lockFetching(id).ifPresent((download) -> {
			change.accept(download);
			this.downloads.save(download);
		});
	}

}
