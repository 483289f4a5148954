package cellar.provisioning.launch.work;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import cellar.provisioning.launch.state.Failure;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;

/**
 * What came of one piece of work. All of it is written down at once, or none of it.
 */
public sealed interface Outcome {

	/**
	 * The launch comes to another state.
	 *
	 * @param state the state
	 * @param next the state that the work to come leads to, or nothing
	 * @param detail what came of the work
	 * @param change what else changes
	 */
	record Enter(LaunchState state, @Nullable LaunchState next, @Nullable String detail,
			Consumer<Launch> change) implements Outcome {

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
	record Note(Consumer<Launch> change) implements Outcome {

	}

	/**
	 * Nothing is to be done for a while.
	 *
	 * @param change what changes, or nothing
	 */
	record Wait(@Nullable Consumer<Launch> change) implements Outcome {

		public Wait() {
			this(null);
		}

	}

	/**
	 * The launch fails, and what it made is taken back.
	 *
	 * @param failure why
	 * @param change what else changes
	 */
	record Fail(Failure failure, Consumer<Launch> change) implements Outcome {

		public Fail(Failure failure) {
			this(failure, (launch) -> {
			});
		}

		public Fail(String code, String message) {
			this(new Failure(code, message));
		}

	}

}
