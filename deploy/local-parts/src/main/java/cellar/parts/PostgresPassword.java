package cellar.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.regex.Pattern;

import javax.sql.DataSource;

/**
 * What the user {@code postgres}, who may do everything on the machine that the server
 * may do, proves itself by.
 *
 * @param value the characters
 */
record PostgresPassword(String value) {

	private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[A-Za-z0-9_-]+");

	private static final String RULES = """
			# Type  Database  User  Address       Method
			host    all       all   127.0.0.1/32  scram-sha-256
			""";

	PostgresPassword {
		if (!NEEDS_NO_QUOTES.matcher(value).matches()) {
			throw new IllegalArgumentException("A password must consist of letters, digits and the characters _ and -");
		}
	}

	static PostgresPassword random() {
		return new PostgresPassword(UUID.randomUUID().toString());
	}

	void writeTo(Path file) throws IOException {
		PrivateFiles.createAnew(file);
		Files.writeString(file, this.value, StandardCharsets.US_ASCII);
	}

	// The data of an earlier version let everybody in.
	static boolean isDemandedBy(PostgresDirectory directory) throws IOException {
		return Files.readAllLines(rules(directory))
			.stream()
			.map(String::strip)
			.noneMatch((line) -> !line.startsWith("#") && line.endsWith("trust"));
	}

	// From the next start on; one that breaks off in between is repeated.
	void demandBy(PostgresDirectory directory, DataSource database) throws IOException {
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			statement.execute("alter role postgres password '%s'".formatted(this.value));
		}
		catch (SQLException ex) {
			throw new IOException("The password could not be set", ex);
		}
		PostgresDirectory.replace(rules(directory), RULES);
	}

	private static Path rules(PostgresDirectory directory) {
		return directory.data().resolve("pg_hba.conf");
	}

	@Override
	public String toString() {
		return "PostgresPassword[]";
	}

}
