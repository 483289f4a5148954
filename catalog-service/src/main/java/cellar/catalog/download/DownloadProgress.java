package cellar.catalog.download;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the database knows of files under way, one transaction for each step.
 */
@Component
@Transactional
class DownloadProgress {

	private final Downloads downloads;

	private final DownloadProperties properties;

	private final Clock clock;

	DownloadProgress(Downloads downloads, DownloadProperties properties, Clock clock) {
		this.downloads = downloads;
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

	boolean arrived(Download.Key id, long bytes, long total) {
		return this.downloads.progress(id, bytes, total) > 0;
	}

	void settle(Download.Key id, DownloadState end, String reason) {
		change(id, (download) -> download.settle(end, reason));
	}

	void keep(Download.Key id, long total) {
		change(id, (download) -> {
			download.arrive(total, total);
			download.settle(DownloadState.KEPT, null);
		});
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
				download.settle(DownloadState.FAILED, reason);
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
