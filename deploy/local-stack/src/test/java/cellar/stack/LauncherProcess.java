package cellar.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import cellar.stack.platform.Port;
import cellar.stack.process.LogFile;
import cellar.stack.process.Termination;
import cellar.stack.watchdog.RegisteredProcess;

import static org.awaitility.Awaitility.await;

/**
 * The real launcher as a process, with whatever parts a project holds.
 */
final class LauncherProcess implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofSeconds(90);

	private final Path project;

	private final Process process;

	private final Path output;

	private LauncherProcess(Path project, Process process, Path output) {
		this.project = project;
		this.process = process;
		this.output = output;
	}

	static LauncherProcess start(Path project, String... settings) throws IOException {
		return start(project, List.of(), settings);
	}

	// The process is then the parent, which itself knows nothing of what it runs.
	static LauncherProcess startByParent(Path project) throws IOException {
		return start(project, List.of("sh", "-c", "\"$@\" & wait", "sh"), "-Dcellar.stack.stop-with-parent=true")
			.awaitReady();
	}

	private static LauncherProcess start(Path project, List<String> prefix, String... settings) throws IOException {
		Path output = Files.createTempFile(project, "launcher", ".out");
		Path jar = jar().orElse(null);
		List<String> command = new ArrayList<>(prefix);
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		// As with -Plocal: it starts sooner.
		command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
		command.add("-Dcellar.stack.project=" + project);
		command.add("-Dcellar.stack.version=" + StandIn.VERSION);
		Stream.of(Port.values()).forEach((port) -> command.add("-D" + port.property() + "=0"));
		command.addAll(List.of(settings));
		if (jar != null) {
			// As people type it: relative.
			command.addAll(List.of("-jar", jar.getFileName().toString()));
		}
		else {
			command.addAll(List.of("-cp", System.getProperty("java.class.path"), LocalStack.class.getName()));
		}
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectInput(Path.of("/dev/null").toFile())
			.redirectOutput(output.toFile());
		if (jar != null) {
			builder.directory(jar.resolveSibling("").toFile());
		}
		builder.environment().putAll(Map.of("CELLAR_TOKEN", "test-token"));
		return new LauncherProcess(project, builder.start(), output);
	}

	private static Optional<Path> jar() {
		return Optional.ofNullable(System.getProperty("cellar.stack.launcher")).map(Path::of).filter(Files::exists);
	}

	Process process() {
		return this.process;
	}

	String output() {
		try {
			return Files.readString(this.output, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	List<String> stopped() {
		return output().lines()
			.filter((line) -> line.endsWith("  stopped"))
			.map((line) -> line.strip().split("\\s+")[2])
			.toList();
	}

	List<ProcessHandle> processes() {
		return registered().stream().flatMap((process) -> process.find().stream()).toList();
	}

	ProcessHandle process(String name) {
		return registered().stream()
			.filter((process) -> process.name().equals(name))
			.flatMap((process) -> process.find().stream())
			.findFirst()
			.orElseThrow();
	}

	private List<RegisteredProcess> registered() {
		Path run = this.project.resolve(".cellar/run");
		return Stream.of("processes", "watchdog")
			.map(run::resolve)
			.filter(Files::exists)
			.flatMap((file) -> new LogFile(file).tail(20).stream())
			.flatMap((line) -> RegisteredProcess.parse(line).stream())
			.toList();
	}

	LauncherProcess awaitReady() {
		await().atMost(LIMIT).failFast(() -> {
			if (!this.process.isAlive()) {
				throw new AssertionError(output());
			}
		}).until(() -> output().contains("Cellar is ready"));
		return this;
	}

	int awaitExit() throws InterruptedException {
		if (!this.process.waitFor(LIMIT)) {
			throw new AssertionError("The launcher did not end: " + output());
		}
		return this.process.exitValue();
	}

	@Override
	public void close() {
		this.process.destroy();
		if (!Termination.await(this.process.toHandle(), LIMIT)) {
			this.process.destroyForcibly();
		}
	}

}
