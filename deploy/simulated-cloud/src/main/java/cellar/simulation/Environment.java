package cellar.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import cellar.simulation.profile.CloudProfile;

/**
 * Reads the settings from system properties such as
 * {@code cellar.simulation.data-directory}, or from environment variables such as
 * {@code CELLAR_SIMULATION_DATADIRECTORY}. The keys must be given, as such or by the
 * files that they are in.
 */
final class Environment {

	private static final String PREFIX = "cellar.simulation.";

	private static final int DEFAULT_PORT = 8084;

	private final Function<String, @Nullable String> properties;

	private final Function<String, @Nullable String> variables;

	Environment(Function<String, @Nullable String> properties, Function<String, @Nullable String> variables) {
		this.properties = properties;
		this.variables = variables;
	}

	static Environment ofProcess() {
		return new Environment(System::getProperty, System::getenv);
	}

	Settings settings() {
		SimulatedCloudBuilder builder = SimulatedCloud.builder()
			.credentials(key("access-key"), key("secret-key"))
			.port(DEFAULT_PORT);
		read("port", (value) -> builder.port(number(value)));
		read("address", builder::address);
		read("path", builder::path);
		read("profile", (value) -> builder.profile(CloudProfile.named(value)));
		read("account", builder::account);
		read("signing-region", builder::signingRegion);
		read("data-directory", (value) -> builder.dataDirectory(Path.of(value)));
		read("pending", (value) -> builder.pendingFor(duration("pending", value)));
		read("shutting-down", (value) -> builder.shuttingDownFor(duration("shutting-down", value)));
		read("terminated-listed", (value) -> builder.terminatedListedFor(duration("terminated-listed", value)));
		return builder.settings();
	}

	private void read(String name, Consumer<String> setting) {
		String value = value(name);
		if (value != null) {
			setting.accept(value);
		}
	}

	private String key(String name) {
		String file = value(name + "-file");
		String key = (file != null) ? read(name, Path.of(file)) : value(name);
		if (key == null) {
			throw new IllegalArgumentException("'" + PREFIX + name + "' or '" + PREFIX + name + "-file' must be given");
		}
		return key;
	}

	private static String read(String name, Path file) {
		try {
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(
					"'" + PREFIX + name + "-file' names '" + file + "', which cannot be read", ex);
		}
	}

	// The names of variables follow the rule that Spring Boot uses: no dashes.
	private @Nullable String value(String name) {
		String value = this.properties.apply(PREFIX + name);
		if (value == null) {
			value = this.variables.apply((PREFIX + name).toUpperCase(Locale.ROOT).replace('.', '_').replace("-", ""));
		}
		return (value != null && !value.isBlank()) ? value : null;
	}

	private static int number(String value) {
		try {
			return Integer.parseInt(value);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("'" + PREFIX + "port' must be a number");
		}
	}

	private static Duration duration(String name, String value) {
		try {
			return Duration.parse(value);
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException("'" + PREFIX + name + "' must be a duration such as PT2S");
		}
	}

}
