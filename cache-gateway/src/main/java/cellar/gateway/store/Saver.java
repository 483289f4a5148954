package cellar.gateway.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.head.HeadCodec;

/**
 * Makes durable what has changed, a little later, so that many slices cost one wait for
 * the disk.
 */
final class Saver implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Saver.class);

	private static final Duration DELAY = Duration.ofMillis(500);

	private final ScheduledExecutorService clock = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("cache-saver").factory());

	private final Set<StoredObject> changed = ConcurrentHashMap.newKeySet();

	private final AtomicBoolean scheduled = new AtomicBoolean();

	private final Executor executor;

	private final Withdrawals withdrawals;

	/**
	 * Makes a saver.
	 * @param executor runs what blocks
	 * @param withdrawals take out copies that the disk does not have and will not have
	 */
	Saver(Executor executor, Withdrawals withdrawals) {
		this.executor = executor;
		this.withdrawals = withdrawals;
	}

	/**
	 * Called when a copy has changed.
	 * @param object the copy, which the caller has leased
	 */
	void changed(StoredObject object) {
		// First, because whoever finds it in the set lets go of this lease.
		if (!object.lease()) {
			throw new IllegalStateException("The object is closed");
		}
		if (!this.changed.add(object)) {
			object.release();
		}
		else if (this.scheduled.compareAndSet(false, true)) {
			schedule();
		}
	}

	private void schedule() {
		try {
			this.clock.schedule(this::saveAll, DELAY.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			// It is closed, so that nothing can be put off any more.
			saveAll();
		}
	}

	/**
	 * Returns how many copies have changed and are not being saved yet.
	 * @return how many
	 */
	int pending() {
		return this.changed.size();
	}

	private void saveAll() {
		this.scheduled.set(false);
		this.changed.forEach((object) -> this.executor.execute(() -> saveChanged(object)));
	}

	private void saveChanged(StoredObject object) {
		// First, so that what changes while this writes is written the next time.
		if (this.changed.remove(object)) {
			try {
				save(object);
			}
			finally {
				object.release();
			}
		}
	}

	/**
	 * Makes a copy durable as it is now. One that never was is dropped if that fails.
	 * @param object the copy, which the caller has leased
	 */
	void save(StoredObject object) {
		if (this.changed.remove(object)) {
			// What it waits for is done here.
			object.release();
		}
		try {
			object.file().save(() -> HeadCodec.encode(object.head()));
		}
		catch (NoSuchFileException ex) {
			// Deleted while it was being written for the first time.
			this.withdrawals.withdraw(object.entry());
		}
		catch (IOException ex) {
			logger.atWarn()
				.addKeyValue("object", object.head().key())
				.addKeyValue("cause", ex.toString())
				.log("Copy cannot be stored");
			if (!object.file().isNamed()) {
				this.withdrawals.withdraw(object.entry());
			}
		}
	}

	@Override
	public void close() {
		this.clock.shutdownNow();
		this.changed.forEach(this::saveChanged);
	}

}
