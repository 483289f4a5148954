package cellar.catalog.timetable;

import java.time.Duration;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes planned steps durable tasks.
 */
@Configuration(proxyBeanMethods = false)
class TimetableConfiguration {

	private static final Duration PAUSE = Duration.ofSeconds(5);

	@Bean
	OneTimeTask<Void> plannedTransitionTask(PlanRunner runner) {
		return Tasks.oneTime(Timetable.TASK)
			.onFailure((complete, operations) -> operations.reschedule(complete, complete.getTimeDone().plus(PAUSE)))
			.execute((instance, context) -> runner.run(UUID.fromString(instance.getId())));
	}

}
