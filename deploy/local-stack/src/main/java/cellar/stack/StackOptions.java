package cellar.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import cellar.stack.platform.Port;
import cellar.stack.secret.Secret;

/**
 * How a stack is run.
 *
 * @param project where the executable jars were built
 * @param version of which version these are, else there may be only one
 * @param dataDirectory where data, logs and secrets are kept
 * @param ports ports other than the usual ones, 0 for any free one
 * @param token the operator token, else one of the data directory's own is used
 * @param grace how long each part may take to stop before it is killed
 * @param stopsWithParent whether the end of the parent process ends the stack
 * @param ancestor a process without which the stack does not even start then
 */
public record StackOptions(Path project, Optional<String> version, Path dataDirectory, Map<Port, Integer> ports,
		Optional<Secret> token, Duration grace, boolean stopsWithParent, OptionalLong ancestor) {

	private static final Duration GRACE = Duration.ofSeconds(15);

	public StackOptions {
		ports = Map.copyOf(ports);
	}

	/**
	 * Returns options for a stack beside others: on free ports, with everything else as
	 * usual.
	 * @param project where the executable jars were built
	 * @param version of which version these are
	 * @param dataDirectory where data, logs and secrets are kept
	 * @return the options
	 */
	public static StackOptions onFreePorts(Path project, String version, Path dataDirectory) {
		Map<Port, Integer> free = new EnumMap<>(Port.class);
		for (Port port : Port.values()) {
			free.put(port, 0);
		}
		return new StackOptions(project, Optional.of(version), dataDirectory, free, Optional.empty(), GRACE, false,
				OptionalLong.empty());
	}

	static StackOptions of(Settings settings) {
		Path project = settings.get("cellar.stack.project").map(Path::of).orElseGet(StackOptions::findProject);
		Path data = settings.get("cellar.stack.data-directory")
			.map(project::resolve)
			.orElseGet(() -> project.resolve(".cellar"));
		Map<Port, Integer> ports = new EnumMap<>(Port.class);
		for (Port port : Port.values()) {
			settings.port(port.property()).ifPresent((number) -> ports.put(port, number));
		}
		return new StackOptions(project, settings.get("cellar.stack.version").or(StackOptions::ownVersion), data, ports,
				settings.get("cellar.token").map(Secret::new), GRACE,
				settings.get("cellar.stack.stop-with-parent").filter("true"::equals).isPresent(),
				settings.processId("cellar.stack.ancestor"));
	}

	// Known if the launcher runs from its jar.
	private static Optional<String> ownVersion() {
		return Optional.ofNullable(StackOptions.class.getPackage().getImplementationVersion());
	}

	// The directory of the checkout that holds the launcher's own jar or, without a jar,
	// the working directory.
	private static Path findProject() {
		Path here = Path.of(System.getProperty("java.class.path"));
		Path start = Files.isRegularFile(here) ? here : Path.of("");
		for (Path at = start.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
			if (Files.exists(at.resolve("mvnw")) && Files.isDirectory(at.resolve("catalog-service"))) {
				return at;
			}
		}
		throw new IllegalArgumentException(
				"The project was not found above '%s'; name its directory by -Dcellar.stack.project=DIRECTORY"
					.formatted(start.toAbsolutePath()));
	}

}
