package cellar.catalog.collection;

import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cellar.catalog.task.Backoff;

/**
 * Makes searches durable, and orders one from time to time.
 */
@Configuration(proxyBeanMethods = false)
class CollectionConfiguration {

	@Bean
	OneTimeTask<Void> collectionTask(Collector collector) {
		return Tasks.oneTime(CollectionOrders.TASK)
			.onFailure(new Backoff<>())
			.execute((instance, context) -> collector.collect(UUID.fromString(instance.getId())));
	}

	@Bean
	RecurringTask<Void> collectionSchedule(CollectionOrders orders, CollectionProperties properties) {
		return Tasks.recurring("collection-schedule", FixedDelay.of(properties.every()))
			.execute((instance, context) -> orders.orderIfNoneRuns("catalog-service"));
	}

}
