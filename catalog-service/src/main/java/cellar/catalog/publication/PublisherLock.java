package cellar.catalog.publication;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.springframework.stereotype.Component;

/**
 * Lets one publisher work at a time, wherever the others run. The lock is a session's
 * own: when its process dies, PostgreSQL gives it back.
 */
@Component
class PublisherLock {

	private static final String WAIT = "set lock_timeout = '20s'";

	private static final String LOCK = "select pg_advisory_lock(7303)";

	private static final String UNLOCK = "select pg_advisory_unlock(7303)";

	private static final String RESET = "reset lock_timeout";

	private final DataSource dataSource;

	PublisherLock(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	void holding(Work work) {
		try (Connection connection = this.dataSource.getConnection()) {
			execute(connection, WAIT);
			execute(connection, LOCK);
			try {
				work.run(() -> execute(connection, "select 1"));
			}
			finally {
				release(connection);
			}
		}
		catch (SQLException ex) {
			throw new LockException(ex);
		}
	}

	private static void release(Connection connection) throws SQLException {
		try {
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
			throw new LockException(ex);
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

		LockException(SQLException cause) {
			super("The publisher's lock is not held: " + cause.getMessage(), cause);
		}

	}

}
