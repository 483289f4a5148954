package cellar.stack.part;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import cellar.stack.process.Command;
import cellar.stack.process.LogFile;
import cellar.stack.process.OwnProgram;
import cellar.stack.watchdog.ProcessRegistry;
import cellar.stack.watchdog.RunDirectory;

/**
 * What tests of the supervisor work on: small programs as parts, a registry for them, and
 * a console whose lines are kept.
 */
final class SupervisorBench implements AutoCloseable {

	static final Duration GRACE = Duration.ofSeconds(10);

	private static final String SLEEP = "exec sleep 300";

	private final Path directory;

	private final RunDirectory run;

	private final ProcessRegistry registry;

	private final ByteArrayOutputStream told = new ByteArrayOutputStream();

	private SupervisorBench(Path directory, RunDirectory run) {
		this.directory = directory;
		this.run = run;
		this.registry = new ProcessRegistry(run, directory.resolve("watchdog.log"), GRACE, OwnProgram.running());
	}

	static SupervisorBench in(Path directory) throws IOException {
		return new SupervisorBench(directory, RunDirectory.open(directory.resolve("run")));
	}

	Supervisor supervisor(Part... parts) {
		return new Supervisor(List.of(parts), this.registry, console(), GRACE, Clock.systemUTC());
	}

	ProcessRegistry registry() {
		return this.registry;
	}

	Console console() {
		return new Console(new PrintStream(this.told, true, StandardCharsets.UTF_8), Instant.now());
	}

	Part sleeping(String name, String... needs) {
		return part(name, SLEEP, needs);
	}

	Part sleeping(String name, Readiness readiness, String... needs) {
		return part(name, SLEEP, readiness, needs);
	}

	Part part(String name, String script, String... needs) {
		return part(name, script, Readiness.IMMEDIATE, needs);
	}

	Part part(String name, String script, Readiness readiness, String... needs) {
		Command command = new Command(List.of("sh", "-c", script), Map.of(), this.directory, log(name).path());
		return new ProgramPart(name, "-", inOrder(needs), () -> command, log(name), readiness);
	}

	private static Set<String> inOrder(String... names) {
		return new LinkedHashSet<>(List.of(names));
	}

	LogFile log(String name) {
		return new LogFile(this.directory.resolve(name + ".log"));
	}

	String told() {
		return this.told.toString(StandardCharsets.UTF_8);
	}

	List<String> events() {
		return told().lines()
			.map((line) -> line.strip().split("\\s+"))
			.map((words) -> words[2] + " " + words[3])
			.toList();
	}

	@Override
	public void close() throws IOException {
		this.registry.close();
		this.run.close();
	}

}
