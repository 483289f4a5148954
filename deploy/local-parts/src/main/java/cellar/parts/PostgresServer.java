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
 * A PostgreSQL from embedded binaries, on loopback, whose one user {@code postgres} needs
 * a password.
 */
public final class PostgresServer implements AutoCloseable {

	private static final Duration START_LIMIT = Duration.ofSeconds(60);

	private static final Pattern DATABASE = Pattern.compile("[a-z][a-z0-9_]{0,62}");

	private final EmbeddedPostgres server;

	private final PostgresDirectory directory;

	private final PostgresPassword password;

	private final boolean temporary;

	private PostgresServer(EmbeddedPostgres server, PostgresDirectory directory, PostgresPassword password,
			boolean temporary) {
		this.server = server;
		this.directory = directory;
		this.password = password;
		this.temporary = temporary;
	}

	/**
	 * Starts a server that keeps its data, and makes the data directory the first time.
	 * @param directory where binaries and data are kept, opened for this start
	 * @param port the TCP port to listen on
	 * @param log the file that its output is appended to
	 * @param password what its user needs, the same one at every start
	 * @return the server, ready for connections
	 */
	public static PostgresServer start(PostgresDirectory directory, int port, Path log, String password) {
		return start(directory, port, log, new PostgresPassword(password), false);
	}

	/**
	 * Starts a server on a free port whose data goes when it is closed.
	 * @return the server, ready for connections
	 */
	public static PostgresServer startTemporary() {
		Path directory = Directories.temporary("cellar-postgresql");
		PostgresServer server = start(open(directory), FreePorts.next(), directory.resolve("postgresql.log"),
				PostgresPassword.random(), true);
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

	private static PostgresServer start(PostgresDirectory directory, int port, Path log, PostgresPassword password,
			boolean temporary) {
		EmbeddedPostgres.Builder builder = builder(directory, port, log, password, temporary);
		try {
			EmbeddedPostgres server = start(directory, builder, password);
			directory.keepData();
			return new PostgresServer(server, directory, password, temporary);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("PostgreSQL did not start; see " + log, ex);
		}
	}

	private static EmbeddedPostgres start(PostgresDirectory directory, EmbeddedPostgres.Builder builder,
			PostgresPassword password) throws IOException {
		EmbeddedPostgres server;
		try {
			password.writeTo(directory.passwordFile());
			server = builder.start();
		}
		finally {
			Files.deleteIfExists(directory.passwordFile());
		}
		if (PostgresPassword.isDemandedBy(directory)) {
			return server;
		}
		password.demandBy(directory, server.getPostgresDatabase());
		// Started anew, so that nobody stays who came in without a password.
		server.close();
		return builder.start();
	}

	private static EmbeddedPostgres.Builder builder(PostgresDirectory directory, int port, Path log,
			PostgresPassword password, boolean temporary) {
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
			.setDataDirectory(directory.data())
			.setPort(port)
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setPGStartupWait(START_LIMIT)
			.setLocaleConfig("locale-provider", "builtin")
			.setLocaleConfig("builtin-locale", "C.UTF-8")
			.setLocaleConfig("locale", "C")
			// Options of initdb like those above: at no moment anybody is let in without.
			.setLocaleConfig("auth", "scram-sha-256")
			.setLocaleConfig("pwfile", directory.passwordFile().toString())
			.setConnectConfig("password", password.value())
			.setServerConfig("listen_addresses", "127.0.0.1")
			.setServerConfig("unix_socket_directories", "''")
			// The library's defaults let a killed server forget what it acknowledged.
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("full_page_writes", "on")
			.setServerConfig("fsync", temporary ? "off" : "on")
			.setServerConfig("max_connections", "200")
			.setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
		return temporary ? builder : builder.setOverrideWorkingDirectory(directory.binaries().toFile());
	}

	/**
	 * Creates a database unless it exists.
	 * @param database a lower-case name
	 * @return where to connect to it, a JDBC URL that tells the user and the password too
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
		return url(database) + "?user=postgres&password=" + this.password.value();
	}

	/**
	 * Returns where a database is.
	 * @param database its name
	 * @return a JDBC URL that tells neither the user nor the password
	 */
	public String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
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
