package cellar.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Pattern;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL from embedded binaries, on loopback, whose user {@code postgres} needs no
 * password.
 */
public final class PostgresServer implements AutoCloseable {

	private static final Duration START_LIMIT = Duration.ofSeconds(60);

	private static final Pattern DATABASE = Pattern.compile("[a-z][a-z0-9_]{0,62}");

	private final EmbeddedPostgres server;

	private final PostgresDirectory directory;

	private final boolean temporary;

	private PostgresServer(EmbeddedPostgres server, PostgresDirectory directory, boolean temporary) {
		this.server = server;
		this.directory = directory;
		this.temporary = temporary;
	}

	/**
	 * Starts a server that keeps its data, and makes the data directory the first time.
	 * @param directory where binaries and data are kept, opened for this start
	 * @param port the TCP port to listen on
	 * @param log the file that its output is appended to
	 * @return the server, ready for connections
	 */
	public static PostgresServer start(PostgresDirectory directory, int port, Path log) {
		return start(directory, port, log, false);
	}

	/**
	 * Starts a server on a free port whose data goes when it is closed.
	 * @return the server, ready for connections
	 */
	public static PostgresServer startTemporary() {
		Path directory = Directories.temporary("cellar-postgresql");
		PostgresServer server = start(open(directory), FreePorts.next(), directory.resolve("postgresql.log"), true);
		Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
		return server;
	}

	private static PostgresDirectory open(Path directory) {
		try {
			return PostgresDirectory.open(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("'%s' cannot hold a PostgreSQL".formatted(directory), ex);
		}
	}

	private static PostgresServer start(PostgresDirectory directory, int port, Path log, boolean temporary) {
		try {
			EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
				.setDataDirectory(directory.data())
				.setPort(port)
				.setCleanDataDirectory(false)
				.setRegisterShutdownHook(false)
				.setPGStartupWait(START_LIMIT)
				.setLocaleConfig("locale-provider", "builtin")
				.setLocaleConfig("builtin-locale", "C.UTF-8")
				.setLocaleConfig("locale", "C")
				.setServerConfig("listen_addresses", "127.0.0.1")
				.setServerConfig("unix_socket_directories", "''")
				// The library's defaults let a killed server forget what it acknowledged.
				.setServerConfig("synchronous_commit", "on")
				.setServerConfig("full_page_writes", "on")
				.setServerConfig("fsync", temporary ? "off" : "on")
				.setServerConfig("max_connections", "200")
				.setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
			if (!temporary) {
				builder.setOverrideWorkingDirectory(directory.binaries().toFile());
			}
			PostgresServer server = new PostgresServer(builder.start(), directory, temporary);
			directory.keepData();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("PostgreSQL did not start; see " + log, ex);
		}
	}

	/**
	 * Creates a database unless it exists.
	 * @param database a lower-case name
	 * @return where to connect to it, a JDBC URL that names the user too
	 */
	public String createDatabase(String database) {
		if (!DATABASE.matcher(database).matches()) {
			throw new IllegalArgumentException("'%s' is no lower-case database name".formatted(database));
		}
		try (Connection connection = this.server.getPostgresDatabase().getConnection()) {
			if (!exists(connection, database)) {
				create(connection, database);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Could not create database '%s'".formatted(database), ex);
		}
		return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres".formatted(port(), database);
	}

	/**
	 * Returns the TCP port.
	 * @return the port
	 */
	public int port() {
		return this.server.getPort();
	}

	/**
	 * Returns the process of the postmaster, which is nobody's child: the tool that
	 * starts it leaves.
	 * @return a handle on it
	 */
	public ProcessHandle process() {
		try {
			long pid = Long.parseLong(Files.readAllLines(this.directory.pidFile()).getFirst().strip());
			return ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException("PostgreSQL is not running"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("PostgreSQL is not running", ex);
		}
	}

	/**
	 * Ends open connections and stops the server.
	 */
	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("PostgreSQL did not stop", ex);
		}
		finally {
			if (this.temporary) {
				Directories.delete(this.directory.path());
			}
		}
	}

	private static boolean exists(Connection connection, String database) throws SQLException {
		try (PreparedStatement query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
			query.setString(1, database);
			return query.executeQuery().next();
		}
	}

	private static void create(Connection connection, String database) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("create database \"%s\"".formatted(database));
		}
	}

}
