package cellar.catalog;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
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
@CatalogServer
@EnabledIfEnvironmentVariable(named = "CELLAR_TEST_CONTAINERS", matches = "true")
@Testcontainers
class PostgresImageIntegrationTests {

	@Container
	@ServiceConnection
	private static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:18");

	@LocalServerPort
	private int port;

	@Autowired
	private DataSource database;

	@Test
	void anImageIsPublished() throws SQLException {
		try (Connection connection = this.database.getConnection()) {
			assertThat(connection.getMetaData().getURL()).contains(":" + POSTGRES.getFirstMappedPort() + "/");
		}
		Api operator = new Api(this.port, "operator");
		operator.activeImage("image-of-a-container", new byte[] { 1 });
		assertThat(operator.publish().path("state").asString()).isEqualTo("LIVE");
	}

}
