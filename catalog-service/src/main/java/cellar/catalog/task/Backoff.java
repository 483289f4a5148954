package cellar.catalog.task;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;

/**
 * Tries again for ever: after one second, then twice as long each time, at most half a
 * minute, with some jitter.
 */
public class Backoff<T> implements FailureHandler<T> {

	private static final Duration FIRST = Duration.ofSeconds(1);

	private static final Duration LONGEST = Duration.ofSeconds(30);

	private static final int MAX_DOUBLINGS = 5;

	@Override
	public void onFailure(ExecutionComplete complete, ExecutionOperations<T> operations) {
		Duration pause = pause(complete.getExecution().consecutiveFailures);
		long jitter = ThreadLocalRandom.current().nextLong(pause.toMillis() / 4);
		operations.reschedule(complete, complete.getTimeDone().plus(pause).plusMillis(jitter));
	}

	static Duration pause(int failures) {
		Duration doubled = FIRST.multipliedBy(1L << Math.clamp(failures, 0, MAX_DOUBLINGS));
		return (doubled.compareTo(LONGEST) < 0) ? doubled : LONGEST;
	}

}
