package cellar.catalog.agenda;

import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cellar.catalog.task.Backoff;

/**
 * Makes planned publications durable tasks.
 */
@Configuration(proxyBeanMethods = false)
class AgendaConfiguration {

	@Bean
	OneTimeTask<Void> plannedPublicationTask(Agenda agenda) {
		return Tasks.oneTime(Agenda.TASK)
			.onFailure(new Backoff<>())
			.execute((instance, context) -> agenda.run(UUID.fromString(instance.getId())));
	}

}
