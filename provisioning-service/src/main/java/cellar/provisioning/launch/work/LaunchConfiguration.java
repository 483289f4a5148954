package cellar.provisioning.launch.work;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cellar.provisioning.launch.state.StaleLaunchException;

/**
 * Puts the work on launches into the scheduler, which has one worker at a time on each.
 */
@Configuration(proxyBeanMethods = false)
class LaunchConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(LaunchConfiguration.class);

	private static final Duration TAKE_OVER_DELAY = Duration.ofSeconds(2);

	@Bean
	Backoff backoff() {
		return new Backoff(RandomGenerator.getDefault());
	}

	@Bean
	Task<Void> launchTask(LaunchWorker worker, Backoff backoff, Clock clock) {
		return Tasks.custom(LaunchQueue.TASK).onFailure((complete, operations) -> {
			int failures = complete.getExecution().consecutiveFailures + 1;
			operations.reschedule(complete, clock.instant().plus(backoff.delay(failures)));
		}).execute((instance, context) -> next(worker, UUID.fromString(instance.getId()), clock));
	}

	private static CompletionHandler<Void> next(LaunchWorker worker, UUID id, Clock clock) {
		Optional<Duration> delay;
		try {
			delay = worker.advance(id);
		}
		catch (StaleLaunchException ex) {
			logger.atWarn().addKeyValue("launch", id).log("Launch left to another worker");
			delay = Optional.of(TAKE_OVER_DELAY);
		}
		Optional<Duration> again = delay;
		return (complete, operations) -> again
			.ifPresentOrElse((wait) -> operations.reschedule(complete, clock.instant().plus(wait)), operations::remove);
	}

}
