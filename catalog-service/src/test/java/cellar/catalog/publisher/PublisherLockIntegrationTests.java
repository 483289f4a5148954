package cellar.catalog.publisher;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;

import cellar.catalog.Parts;
import cellar.catalog.lock.AdvisoryLocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PublisherLockIntegrationTests {

	@Test
	void holdingWhenLockIsTakenElsewhereLeavesTheConnectionAsItWas() throws SQLException {
		String url = Parts.newDatabase();
		try (HikariDataSource pool = pool(url);
				HikariDataSource other = pool(url);
				Connection holder = other.getConnection()) {
			PublisherLock lock = new PublisherLock(pool, Duration.ofMillis(200));
			query(holder, "select pg_advisory_lock(" + AdvisoryLocks.PUBLISHER + ")::text");
			assertThatExceptionOfType(PublisherLock.LockException.class).isThrownBy(() -> lock.holding((proof) -> {
			}));
			try (Connection connection = pool.getConnection()) {
				assertThat(query(connection, "show lock_timeout")).isEqualTo("0");
			}
			query(holder, "select pg_advisory_unlock(" + AdvisoryLocks.PUBLISHER + ")::text");
			lock.holding(PublisherLock.Proof::check);
		}
	}

	private static HikariDataSource pool(String url) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(url);
		pool.setUsername("postgres");
		pool.setMaximumPoolSize(1);
		return pool;
	}

	private static String query(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getString(1);
		}
	}

}
