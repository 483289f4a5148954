package cellar.catalog.importer;

import java.time.Duration;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cellar.catalog.intake.ImportTask;

/**
 * Makes imports durable, a task that is tried until it ends.
 */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private static final int LAST_FAILURE = 2;

	@Bean
	OneTimeTask<Void> importTask(ImportRunner runner) {
		return Tasks.oneTime(ImportTask.DESCRIPTOR)
			.onFailure((complete, operations) -> operations.reschedule(complete, complete.getTimeDone().plus(PAUSE)))
			.execute((instance, context) -> runner.run(UUID.fromString(instance.getId()),
					context.getExecution().consecutiveFailures >= LAST_FAILURE));
	}

}
