package cellar.provisioning.launch.work;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import cellar.provisioning.cloud.CloudException;
import cellar.provisioning.launch.state.Failure;
import cellar.provisioning.launch.state.FailureCode;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;

/**
 * What came of one piece of work. All of it is written down at once, or none of it.
 */
public sealed interface Outcome {

	/**
	 * Something is settled. It is written down, and the work goes on at once.
	 */
	sealed interface Move extends Outcome {

	}

	/**
	 * Nothing is settled yet. The work goes on later.
	 */
	sealed interface Pause extends Outcome {

	}

	/**
	 * The launch comes to another state.
	 *
	 * @param state the state
	 * @param next the state that the work to come leads to, or nothing
	 * @param detail what came of the work
	 * @param change what else changes
	 */
	record Enter(LaunchState state, @Nullable LaunchState next, @Nullable String detail,
			Consumer<Launch> change) implements Move {

		public Enter(LaunchState state, @Nullable LaunchState next, @Nullable String detail) {
			this(state, next, detail, (launch) -> {
			});
		}

	}

	/**
	 * Something is written down before the work goes on at once.
	 *
	 * @param change what changes
	 */
	record Note(Consumer<Launch> change) implements Move {

	}

	/**
	 * The launch fails, and what it made is taken back.
	 *
	 * @param failure why
	 * @param change what else changes
	 */
	record Fail(Failure failure, Consumer<Launch> change) implements Move {

		public Fail(Failure failure) {
			this(failure, (launch) -> {
			});
		}

		public Fail(FailureCode code, String message) {
			this(new Failure(code, message));
		}

	}

	/**
	 * The cloud is at it, and is asked again after the usual interval.
	 *
	 * @param change what changes, or nothing
	 */
	record Wait(@Nullable Consumer<Launch> change) implements Pause {

		public Wait() {
			this(null);
		}

	}

	/**
	 * The cloud gave no answer, or none that is final. That counts as trouble, and the
	 * work is tried again, later each time.
	 *
	 * @param code what the cloud calls it
	 * @param message what went wrong
	 */
	record Retry(String code, String message) implements Pause {

		public static Retry after(CloudException ex) {
			return new Retry(ex.code(), String.valueOf(ex.getMessage()));
		}

	}

	/**
	 * Other launches keep all calls to the cloud busy. That is no trouble of this one.
	 */
	record Busy() implements Pause {

	}

}
