package cellar.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is run, and where its output goes. The arguments may hold no secret: everybody on
 * the machine can read them.
 *
 * @param line the program and its arguments
 * @param environment what is set beyond the environment of this process, of which nothing
 * is handed on that would configure a service
 * @param directory the working directory
 * @param log the file that gets standard output and error
 */
public record Command(List<String> line, Map<String, String> environment, Path directory, Path log) {

	/**
	 * Shell words that go on as the program given by the arguments, in a session of its
	 * own where the system can do that: Ctrl-C in a terminal then reaches only the
	 * launcher, which ends everything in order.
	 */
	public static final String IN_OWN_SESSION = """
			if command -v setsid >/dev/null 2>&1; then exec setsid "$@"; else exec "$@"; fi
			""";

	// Spring prefers these to any file, and ours hold what belongs to the launcher alone.
	private static final Pattern CONFIGURATION = Pattern.compile("(CELLAR|SPRING|SERVER|MANAGEMENT)_.*");

	public Command {
		line = List.copyOf(line);
		environment = Map.copyOf(environment);
	}

	/**
	 * Starts the program in a session of its own, with a pipe to its standard input.
	 * @return the process
	 * @throws IOException if it could not be started
	 */
	public Process start() throws IOException {
		return start(IN_OWN_SESSION);
	}

	Process start(String script) throws IOException {
		Files.createDirectories(this.log.toAbsolutePath().getParent());
		List<String> shell = new ArrayList<>(List.of("sh", "-c", script, "sh"));
		shell.addAll(this.line);
		ProcessBuilder builder = new ProcessBuilder(shell).directory(this.directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()));
		builder.environment().keySet().removeIf((name) -> CONFIGURATION.matcher(name).matches());
		builder.environment().putAll(this.environment);
		return builder.start();
	}

	@Override
	public String toString() {
		return "Command[line=" + this.line + ", environment=" + this.environment.keySet() + "]";
	}

}
