package cellar.catalog.download;

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
	CustomTask<Void> downloadLane(DownloadLanes lanes) {
		return Tasks.custom(DownloadQueue.LANE)
			.onFailure(new Backoff<>())
			.execute((instance, context) -> lanes.turn(Integer.parseInt(instance.getId()),
					context.getSchedulerState()::isShuttingDown));
	}

}
