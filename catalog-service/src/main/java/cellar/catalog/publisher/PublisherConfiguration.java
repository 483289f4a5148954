package cellar.catalog.publisher;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cellar.catalog.publication.PublicationTask;
import cellar.catalog.publication.Republication;
import cellar.catalog.task.Backoff;

/**
 * Makes publications durable: a task that is tried until it ends.
 */
@Configuration(proxyBeanMethods = false)
class PublisherConfiguration {

	private static final Duration POINTER_CHECK = Duration.ofSeconds(30);

	/** Often enough for the shortest life that a publication may have. */
	private static final Duration RENEWAL_CHECK = Duration.ofMinutes(5);

	@Bean
	OneTimeTask<Void> publicationTask(Publisher publisher) {
		return Tasks.oneTime(PublicationTask.DESCRIPTOR)
			.onFailure(new Backoff<>())
			.execute((instance, context) -> publisher.publish(Long.parseLong(instance.getId())));
	}

	@Bean
	RecurringTask<Void> publicationRenewal(Republication republication) {
		return Tasks.recurring("publication-renewal", FixedDelay.of(RENEWAL_CHECK))
			.execute((instance, context) -> republication.renew());
	}

	@Bean
	RecurringTask<Void> pointerCheck(PointerRepair pointers) {
		return Tasks.recurring("pointer-check", FixedDelay.of(POINTER_CHECK))
			.execute((instance, context) -> pointers.repair());
	}

}
