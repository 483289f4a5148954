package cellar.catalog;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import cellar.parts.FreePorts;

/**
 * A service of its own process, which can be killed and started again with what it has
 * kept.
 */
public final class CatalogProcess implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Map<String, String> properties = new LinkedHashMap<>();

	private final int port = FreePorts.next();

	private final String log;

	private @Nullable Process process;

	public CatalogProcess(String name) {
		this.log = "target/" + name + ".log";
		Parts.register((property, value) -> with(property, String.valueOf(value.get())));
		with("db-scheduler.heartbeat-interval", "100ms");
	}

	public CatalogProcess with(String property, String value) {
		this.properties.put(property, value);
		return this;
	}

	public String property(String name) {
		return this.properties.getOrDefault(name, "");
	}

	public Api api() {
		return new Api(this.port, "publisher");
	}

	public void start() {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("java.class.path"), CatalogApplication.class.getName(),
						"--server.port=" + this.port));
		this.properties.forEach((name, value) -> command.add("--" + name + "=" + value));
		try {
			this.process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(new File(this.log)))
				.start();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		Awaitility.await()
			.atMost(PATIENCE)
			.ignoreExceptions()
			.until(() -> api().get("/api/v1/publications").status() == 200);
	}

	public void kill() {
		Process running = this.process;
		if (running != null) {
			try {
				running.destroyForcibly().waitFor();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}
	}

	@Override
	public void close() {
		kill();
	}

}
