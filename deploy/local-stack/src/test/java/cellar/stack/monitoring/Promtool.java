package cellar.stack.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prometheus' own tool that checks its files, where there is one: on the {@code PATH}, or
 * where {@code cellar.promtool} says.
 *
 * @param program the tool
 */
record Promtool(Path program) {

	static Optional<Promtool> find() {
		String given = System.getProperty("cellar.promtool", "");
		Stream<Path> places = given.isEmpty() ? Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
			.map((directory) -> Path.of(directory, "promtool")) : Stream.of(Path.of(given));
		return places.filter(Files::isExecutable).findFirst().map(Promtool::new);
	}

	/**
	 * Runs the tool where the rules are.
	 * @param arguments what it shall do
	 * @return what came of it
	 */
	Result run(String... arguments) {
		List<String> command = new ArrayList<>(List.of(this.program.toString()));
		command.addAll(List.of(arguments));
		try {
			Process process = new ProcessBuilder(command).directory(AlertRule.DIRECTORY.toFile())
				.redirectErrorStream(true)
				.start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return new Result(process.waitFor(), output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What came of a run.
	 *
	 * @param status 0 if all is well
	 * @param output what it said
	 */
	record Result(int status, String output) {

	}

}
