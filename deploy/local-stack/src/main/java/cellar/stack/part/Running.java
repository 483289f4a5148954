package cellar.stack.part;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

import cellar.stack.process.StopSignal;
import cellar.stack.process.Termination;

/**
 * The process of a part.
 */
public interface Running {

	/**
	 * Returns the process.
	 * @return a handle on it
	 */
	ProcessHandle handle();

	/**
	 * Returns when it ends, and with which exit code if that can be known.
	 * @return completed at the end of the process
	 */
	CompletableFuture<OptionalInt> exit();

	/**
	 * Ends the process and waits until it is gone.
	 * @param grace how long it may take before it is killed
	 */
	void stop(Duration grace);

	/**
	 * Returns a child of this process as a running part.
	 * @param process the child
	 * @return the part
	 */
	static Running of(Process process) {
		return new Running() {

			@Override
			public ProcessHandle handle() {
				return process.toHandle();
			}

			@Override
			public CompletableFuture<OptionalInt> exit() {
				return process.onExit().thenApply((ended) -> OptionalInt.of(ended.exitValue()));
			}

			@Override
			public void stop(Duration grace) {
				Termination.end(process.toHandle(), StopSignal.TERM, grace);
			}

		};
	}

	/**
	 * Returns a process that somebody else started as a running part.
	 * @param handle the process
	 * @param signal how it is asked to end if it did not do so by the given action
	 * @param close what usually ends it
	 * @return the part
	 */
	static Running of(ProcessHandle handle, StopSignal signal, Runnable close) {
		return new Running() {

			@Override
			public ProcessHandle handle() {
				return handle;
			}

			@Override
			public CompletableFuture<OptionalInt> exit() {
				return handle.onExit().thenApply((ended) -> OptionalInt.empty());
			}

			@Override
			public void stop(Duration grace) {
				try {
					close.run();
				}
				finally {
					Termination.end(handle, signal, grace);
				}
			}

		};
	}

}
