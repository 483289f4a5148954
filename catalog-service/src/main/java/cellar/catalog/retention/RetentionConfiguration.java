package cellar.catalog.retention;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks every hour what is to be kept.
 */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

	private static final Duration PAUSE = Duration.ofHours(1);

	@Bean
	RecurringTask<Void> retentionTask(Retention retention, Remover remover) {
		return Tasks.recurring("retention", FixedDelay.of(PAUSE)).execute((instance, context) -> {
			retention.mark("catalog-service");
			retention.remove();
			remover.removeAll();
		});
	}

}
