package cellar.catalog.download;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.resumption.ResumableUploads;
import cellar.catalog.resumption.WantedUpload;
import cellar.catalog.upload.UploadProgress;

/**
 * What the database knows of files under way, one transaction for each step.
 */
@Component
@Transactional
class DownloadProgress {

	private final Downloads downloads;

	private final UploadProgress uploads;

	private final ResumableUploads resumable;

	private final DownloadProperties properties;

	private final Clock clock;

	DownloadProgress(Downloads downloads, UploadProgress uploads, ResumableUploads resumable,
			DownloadProperties properties, Clock clock) {
		this.downloads = downloads;
		this.uploads = uploads;
		this.resumable = resumable;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Takes the next file: what this lane was at when its process died goes first.
	 * @param lane the lane
	 * @return the file, if one waits
	 */
	Optional<WantedFile> take(int lane) {
		this.downloads.waitForTurn();
		this.downloads.leaveLanesBeyond(this.properties.concurrentFetches());
		return this.downloads.lockByLane(lane)
			.stream()
			.findFirst()
			.or(() -> this.downloads.lockNext(this.clock.instant(), this.properties.perHost()))
			.map((download) -> {
				download.begin(lane);
				return this.downloads.save(download).wanted();
			});
	}

	/**
	 * Tells by what upload a file has arrived in part.
	 * @param id the file
	 * @return what is here of it, if there is something to go on with
	 */
	@Transactional(readOnly = true)
	Optional<Begun> begun(Download.Key id) {
		return this.downloads.findById(id).map(Begun::of);
	}

	/**
	 * Begins an upload for a file. An earlier one, whose process may be slow and not
	 * dead, keeps nothing any more.
	 * @param id the file
	 * @param wanted the upload
	 * @param validator names the content, if the server does
	 * @return the upload
	 * @throws Arrival.UnwantedException if nobody wants the file any more
	 */
	UUID open(Download.Key id, WantedUpload wanted, @Nullable String validator) {
		forget(id);
		UUID uploadId = this.resumable.open(wanted);
		Download download = this.downloads.lockFetching(id).orElseThrow(Arrival.UnwantedException::new);
		download.arriveBy(uploadId, validator);
		this.downloads.save(download);
		return uploadId;
	}

	/**
	 * Lets go of what has arrived of a file, unless its image has it.
	 * @param id the file
	 */
	void forget(Download.Key id) {
		// In the order of those that keep a file: the upload, then who wants it.
		this.downloads.findById(id).map(Download::uploadId).ifPresent(this.uploads::abandon);
	}

	boolean arrived(Download.Key id, long bytes, long total) {
		return this.downloads.progress(id, bytes, total) > 0;
	}

	/**
	 * Ends a file that is not kept.
	 * @param id the file
	 * @param end how it ends
	 * @param reason why
	 * @return whether it was still wanted
	 */
	boolean settle(Download.Key id, DownloadState end, String reason) {
		forget(id);
		return change(id, (download) -> download.settle(end, reason, this.clock.instant()));
	}

	/**
	 * Lets a file be tried again that has not failed.
	 * @param id the file
	 * @param pause how long it waits at least
	 */
	void interrupt(Download.Key id, Duration pause) {
		change(id, (download) -> download.interrupt(this.clock.instant().plus(pause)));
	}

	/**
	 * Lets a file be tried again later, unless that was often enough.
	 * @param id the file
	 * @param reason why it is not here
	 * @return whether it was still wanted
	 */
	boolean retry(Download.Key id, String reason) {
		Download failed = this.downloads.findById(id).orElseThrow();
		if (failed.attempts() >= this.properties.fetchAttempts()) {
			return settle(id, DownloadState.FAILED, reason);
		}
		if (!failed.isResumable()) {
			forget(id);
		}
		Instant until = this.clock.instant().plus(this.properties.pauseAfter(failed.attempts()));
		return change(id, (download) -> download.postpone(until, reason));
	}

	private boolean change(Download.Key id, Consumer<Download> change) {
		Optional<Download> wanted = this.downloads.lockFetching(id);
		wanted.ifPresent((download) -> {
			change.accept(download);
			this.downloads.save(download);
		});
		return wanted.isPresent();
	}

	/**
	 * What has arrived of a file in part.
	 *
	 * @param uploadId the upload that has it
	 * @param validator names the content, if the server does
	 */
	record Begun(UUID uploadId, @Nullable String validator) {

		static @Nullable Begun of(Download download) {
			UUID uploadId = download.uploadId();
			return (uploadId != null) ? new Begun(uploadId, download.validator()) : null;
		}

	}

}
