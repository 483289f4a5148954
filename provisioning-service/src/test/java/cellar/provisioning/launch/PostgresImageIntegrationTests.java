package cellar.provisioning.launch;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service on the PostgreSQL that it has in the compose stack, for those who want
 * their container engine used: it pulls images, and waits for minutes where it cannot.
 * All other tests have the embedded one.
 */
@SimulatedCloudTest
@EnabledIfEnvironmentVariable(named = "CELLAR_TEST_CONTAINERS", matches = "true")
@Testcontainers
class PostgresImageIntegrationTests {

	@Container
	@ServiceConnection
	private static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:18");

	@Autowired
	private DataSource database;

	@Autowired
	private LaunchClient client;

	@Test
	void aLaunchBecomesReady() throws SQLException {
		try (Connection connection = this.database.getConnection()) {
			assertThat(connection.getMetaData().getURL()).contains(":" + POSTGRES.getFirstMappedPort() + "/");
		}
		String id = this.client.launch(LaunchClient.PLAIN);
		assertThat(this.client.settled(id).path("state").asString()).isEqualTo("READY");
	}

}
