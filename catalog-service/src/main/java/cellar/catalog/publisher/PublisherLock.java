package cellar.catalog.publisher;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import javax.sql.DataSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import cellar.catalog.lock.AdvisoryLocks;

/**
 * Lets one publisher work at a time, wherever the others run. The lock is a session's
 * own: when its process dies, PostgreSQL gives it back.
 */
@Component
class PublisherLock {

	private static final String LOCK = "select pg_advisory_lock(" + AdvisoryLocks.PUBLISHER + ")";

	private static final String UNLOCK = "select pg_advisory_unlock(" + AdvisoryLocks.PUBLISHER + ")";

	private static final String RESET = "reset lock_timeout";

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final DataSource dataSource;

	private final Duration patience;

	/**
	 * When PostgreSQL takes the lock from a session, its publisher may still be writing.
	 */
	private final Lock turn = new ReentrantLock();

	@Autowired
	PublisherLock(DataSource dataSource) {
		this(dataSource, PATIENCE);
	}

	PublisherLock(DataSource dataSource, Duration patience) {
		this.dataSource = dataSource;
		this.patience = patience;
	}

	void holding(Work work) {
		takeTurn();
		try {
			holdingSession(work);
		}
		finally {
			this.turn.unlock();
		}
	}

	private void takeTurn() {
		try {
			if (!this.turn.tryLock(this.patience.toNanos(), TimeUnit.NANOSECONDS)) {
				throw new LockException("another publisher of this process is still at work");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LockException("the service is stopping", ex);
		}
	}

	private void holdingSession(Work work) {
		try (Connection connection = this.dataSource.getConnection()) {
			try {
				execute(connection, "set lock_timeout = '%dms'".formatted(this.patience.toMillis()));
				execute(connection, LOCK);
				work.run(() -> execute(connection, "select 1"));
			}
			finally {
				release(connection);
			}
		}
		catch (SQLException ex) {
			throw new LockException(String.valueOf(ex.getMessage()), ex);
		}
	}

	private static void release(Connection connection) throws SQLException {
		try {
			// Without the lock this is a warning and no failure.
			execute(connection, UNLOCK);
			execute(connection, RESET);
		}
		catch (LockException ex) {
			// A connection that may still hold the lock must not return to the pool.
			connection.abort(Runnable::run);
		}
	}

	private static void execute(Connection connection, String sql) {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new LockException(String.valueOf(ex.getMessage()), ex);
		}
	}

	/**
	 * What is done by one at a time.
	 */
	@FunctionalInterface
	interface Work {

		void run(Proof proof);

	}

	/**
	 * Shows that the lock is still held.
	 */
	@FunctionalInterface
	interface Proof {

		void check();

	}

	/**
	 * Thrown when the lock could not be had or was lost.
	 */
	static class LockException extends RuntimeException {

		LockException(String reason) {
			super(message(reason));
		}

		LockException(String reason, Exception cause) {
			super(message(reason), cause);
		}

		private static String message(String reason) {
			return "The publisher's lock is not held: " + reason;
		}

	}

}
