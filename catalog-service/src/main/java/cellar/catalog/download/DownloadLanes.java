package cellar.catalog.download;

import java.time.Instant;
import java.util.function.BooleanSupplier;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import org.springframework.stereotype.Component;

/**
 * Lets lanes sleep until there is something to fetch.
 */
@Component
class DownloadLanes {

	private final Downloader downloader;

	private final DownloadQueue queue;

	private final DownloadProperties properties;

	DownloadLanes(Downloader downloader, DownloadQueue queue, DownloadProperties properties) {
		this.downloader = downloader;
		this.queue = queue;
		this.properties = properties;
	}

	/**
	 * Fetches a file, if one waits.
	 * @param lane the lane, from 1
	 * @param stopping tells that the service is stopping
	 * @return what is to be done with the lane
	 */
	CompletionHandler<Void> turn(int lane, BooleanSupplier stopping) {
		if (lane > this.properties.concurrentFetches()) {
			return new CompletionHandler.OnCompleteRemove<>();
		}
		return switch (this.downloader.next(lane, stopping)) {
			case NOTHING -> sleep(lane);
			case DONE, POSTPONED -> {
				// This lane may be busy with another when it is due, or its host is free.
				this.queue.open();
				yield again();
			}
		};
	}

	private CompletionHandler<Void> again() {
		return (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());
	}

	// Wakers leave a lane alone that is not asleep yet: it looks once more when it is.
	private CompletionHandler<Void> sleep(int lane) {
		return (complete, operations) -> {
			Instant until = this.queue.nextTurn();
			operations.reschedule(complete, until);
			if (this.queue.nextTurn().isBefore(until)) {
				this.queue.wake(lane);
			}
		};
	}

}
