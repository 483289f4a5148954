package cellar.gateway.store;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is being done for copies beside the requests for them, counted.
 */
final class Tasks implements Executor {

	private final AtomicInteger count = new AtomicInteger();

	private final Executor executor;

	/**
	 * Makes an empty set.
	 * @param executor runs what blocks, and refuses nothing
	 */
	Tasks(Executor executor) {
		this.executor = executor;
	}

	@Override
	public void execute(Runnable task) {
		this.count.incrementAndGet();
		this.executor.execute(() -> {
			try {
				task.run();
			}
			finally {
				this.count.decrementAndGet();
			}
		});
	}

	int count() {
		return this.count.get();
	}

}
