package cellar.stack.watchdog;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Notices that the process which started this one is gone. Maven that is ended by a
 * signal takes a program that it runs along, Maven that is killed does not.
 */
public final class ParentWatch {

	private ParentWatch() {
	}

	/**
	 * Begins to watch.
	 * @param then what to do, once, when the parent is gone
	 */
	public static void start(Runnable then) {
		long parent = current();
		ScheduledExecutorService ticker = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("parent-watch").factory());
		ticker.scheduleWithFixedDelay(() -> {
			// A dead parent may stay as a zombie for long, but its children get another
			// parent at once.
			if (current() != parent) {
				ticker.shutdown();
				then.run();
			}
		}, 500, 500, TimeUnit.MILLISECONDS);
	}

	private static long current() {
		return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
	}

}
