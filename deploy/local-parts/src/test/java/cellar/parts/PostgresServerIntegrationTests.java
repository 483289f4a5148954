package cellar.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class PostgresServerIntegrationTests {

	private static final String PASSWORD = "secret-of-the_test";

	@TempDir
	private Path directory;

	@Test
	void startAfterKillKeepsCommittedRows() throws Exception {
		int port = FreePorts.next();
		PostgresServer killed = start(port);
		String url = killed.createDatabase("kept");
		execute(url, "create table fact (name text)", "insert into fact values ('durable')");
		ProcessHandle postmaster = killed.process();
		postmaster.destroyForcibly();
		await().atMost(Duration.ofSeconds(10)).until(() -> !postmaster.isAlive());
		killed.close();

		try (PostgresServer restarted = start(port)) {
			assertThat(single(restarted.createDatabase("kept"), "select name from fact")).isEqualTo("durable");
			assertThat(single(url, "show fsync")).isEqualTo("on");
			assertThat(single(url, "show synchronous_commit")).isEqualTo("on");
		}
	}

	@Test
	void startAfterBrokenInitialisationBeginsAnew() throws Exception {
		Files.createDirectories(this.directory.resolve("data"));
		Files.writeString(this.directory.resolve("data/PG_VERSION"), "half");

		try (PostgresServer server = start(FreePorts.next())) {
			assertThat(single(server.createDatabase("fresh"), "show server_version")).startsWith("18.");
		}
	}

	@Test
	void connectWithoutPasswordIsRefusedAlsoAfterARestart() throws Exception {
		int port = FreePorts.next();
		for (int i = 0; i < 2; i++) {
			try (PostgresServer server = start(port)) {
				assertThat(single(server.createDatabase("kept"), "show port")).isEqualTo(Integer.toString(port));
				assertThatStrangersAreRefused(server);
			}
		}
		assertThat(this.directory).isDirectoryNotContaining("glob:**/password*");
	}

	@Test
	void connectWithoutPasswordWhenTemporaryIsRefused() {
		try (PostgresServer server = PostgresServer.startTemporary()) {
			assertThatStrangersAreRefused(server);
		}
	}

	@Test
	void startWhenDataLetEverybodyInDemandsThePassword() throws Exception {
		int port = FreePorts.next();
		PostgresDirectory opened = PostgresDirectory.open(this.directory);
		try (PostgresServer server = PostgresServer.start(opened, port, this.directory.resolve("log"), PASSWORD)) {
			execute(server.createDatabase("kept"), "alter role postgres password null");
		}
		Files.writeString(opened.data().resolve("pg_hba.conf"), """
				# of an earlier version
				local   all             all                                     trust
				host    all             all             127.0.0.1/32            trust
				""");

		try (PostgresServer server = start(port)) {
			assertThat(single(server.createDatabase("kept"), "select 1")).isEqualTo("1");
			assertThatStrangersAreRefused(server);
		}
	}

	@Test
	void startWhenPasswordWouldNeedQuotesIsRefusedWithoutShowingIt() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PostgresServer.start(PostgresDirectory.open(this.directory), FreePorts.next(),
					this.directory.resolve("log"), "it's"))
			.withMessageNotContaining("it's");
	}

	@Test
	void closeWhenTemporaryLeavesNoProcessAndNoData() throws Exception {
		PostgresServer server = PostgresServer.startTemporary();
		ProcessHandle postmaster = server.process();
		Path data = Path.of(single(server.createDatabase("any"), "show data_directory"));
		assertThat(data).isNotEmptyDirectory();

		server.close();

		await().atMost(Duration.ofSeconds(10)).until(() -> !postmaster.isAlive());
		assertThat(data).doesNotExist();
	}

	@Test
	void createDatabaseWhenNameIsHostileIsRefused() {
		try (PostgresServer server = PostgresServer.startTemporary()) {
			assertThatIllegalArgumentException().isThrownBy(() -> server.createDatabase("a; drop database postgres"));
		}
	}

	private PostgresServer start(int port) throws IOException {
		return PostgresServer.start(PostgresDirectory.open(this.directory), port,
				this.directory.resolve("postgresql.log"), PASSWORD);
	}

	private static void assertThatStrangersAreRefused(PostgresServer server) {
		String url = server.url("postgres") + "?user=postgres";
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> DriverManager.getConnection(url))
			.withMessageContaining("password");
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> DriverManager.getConnection(url + "&password=guessed"))
			.withMessageContaining("password authentication failed");
	}

	private static void execute(String url, String... statements) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url);
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

	private static String single(String url, String query) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url);
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(query)) {
			assertThat(rows.next()).isTrue();
			return rows.getString(1);
		}
	}

}
