package cellar.catalog.download;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cellar.catalog.task.Backoff;

/**
 * Makes lanes tasks that never end: each fetches a file, and looks for the next.
 */
@Configuration(proxyBeanMethods = false)
class DownloadConfiguration {

	@Bean
	CustomTask<Void> downloadLane(Downloader downloader, DownloadProperties properties) {
		return Tasks.custom(DownloadQueue.LANE).onFailure(new Backoff<>()).execute((instance, context) -> {
			boolean busy = downloader.next(Integer.parseInt(instance.getId()),
					context.getSchedulerState()::isShuttingDown);
			return (complete, operations) -> operations.reschedule(complete,
					complete.getTimeDone().plus(busy ? Duration.ZERO : properties.idle()));
		});
	}

}
