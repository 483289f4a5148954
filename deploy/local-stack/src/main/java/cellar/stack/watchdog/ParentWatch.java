package cellar.stack.watchdog;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Notices that the process which started this one is gone. Maven that is ended by a
 * signal takes a program that it runs along, Maven that is killed does not.
 */
public final class ParentWatch {

	private ParentWatch() {
	}

	/**
	 * Begins to watch.
	 * @param ancestor a process that this one descends from, if one is known; it may be
	 * gone already
	 * @param then what to do, once, when the parent or the ancestor is gone
	 */
	public static void start(OptionalLong ancestor, Runnable then) {
		// Asked before the ancestors are: one who dies in between is missed at neither.
		long parent = current();
		if (isGone(ancestor)) {
			then.run();
			return;
		}
		ScheduledExecutorService ticker = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("parent-watch").factory());
		ticker.scheduleWithFixedDelay(() -> {
			// The dead may stay as zombies for long, but their children get another
			// parent
			// at once. Those between an ancestor and this process may outlive it.
			if (current() != parent || isGone(ancestor)) {
				ticker.shutdown();
				then.run();
			}
		}, 500, 500, TimeUnit.MILLISECONDS);
	}

	private static boolean isGone(OptionalLong ancestor) {
		return ancestor.isPresent() && !isAncestor(ancestor.getAsLong());
	}

	private static boolean isAncestor(long pid) {
		return Stream
			.iterate(ProcessHandle.current().parent(), Optional::isPresent,
					(handle) -> handle.flatMap(ProcessHandle::parent))
			.flatMap(Optional::stream)
			.anyMatch((handle) -> handle.pid() == pid);
	}

	private static long current() {
		return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
	}

}
