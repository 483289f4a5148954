package cellar.catalog.publication;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes publications durable: a task that is tried until it ends.
 */
@Configuration(proxyBeanMethods = false)
class PublicationConfiguration {

	@Bean
	OneTimeTask<Void> publicationTask(Publisher publisher) {
		return Tasks.oneTime(PublicationTask.DESCRIPTOR)
			.onFailure(new Backoff<>())
			.execute((instance, context) -> publisher.publish(Long.parseLong(instance.getId())));
	}

}
