package cellar.catalog.upload;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets the sweeper come around.
 */
@Configuration(proxyBeanMethods = false)
class SweepConfiguration {

	@Bean
	RecurringTask<Void> uploadSweep(UploadSweeper sweeper, UploadProperties properties) {
		return Tasks.recurring("upload-sweep", FixedDelay.of(properties.sweepEvery()))
			.execute((instance, context) -> sweeper.sweep());
	}

}
