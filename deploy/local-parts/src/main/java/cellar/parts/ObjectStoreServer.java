package cellar.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An S3 server (S3Proxy over a directory) as a child process on loopback. It checks
 * signatures, and shows strangers only what is public-read.
 */
public final class ObjectStoreServer implements AutoCloseable {

	private static final Duration START_LIMIT = Duration.ofSeconds(60);

	private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

	private final Path directory;

	private final Path log;

	private final int port;

	private final String accessKey;

	private final String secretKey;

	private final List<String> commandPrefix;

	private final boolean temporary;

	private @Nullable Process process;

	private ObjectStoreServer(Path directory, Path log, int port, String accessKey, String secretKey,
			List<String> commandPrefix, boolean temporary) {
		this.directory = directory;
		this.log = log;
		this.port = port;
		this.accessKey = accessKey;
		this.secretKey = secretKey;
		this.commandPrefix = commandPrefix;
		this.temporary = temporary;
	}

	/**
	 * Starts a server that keeps its objects.
	 * @param directory where program, configuration and objects are kept
	 * @param log the file that its output is appended to
	 * @param port the TCP port to listen on
	 * @param accessKey the one access key that is known
	 * @param secretKey its secret
	 * @param commandPrefix words to put before the command, such as {@code setsid}
	 * @return the server, ready for requests
	 */
	public static ObjectStoreServer start(Path directory, Path log, int port, String accessKey, String secretKey,
			List<String> commandPrefix) {
		ObjectStoreServer server = new ObjectStoreServer(directory, log, port, accessKey, secretKey, commandPrefix,
				false);
		server.start();
		return server;
	}

	/**
	 * Starts a server on a free port with keys of its own, whose objects go when it is
	 * closed.
	 * @return the server, ready for requests
	 */
	public static ObjectStoreServer startTemporary() {
		Path directory = Directories.temporary("cellar-object-store");
		ObjectStoreServer server = new ObjectStoreServer(directory, directory.resolve("object-store.log"),
				FreePorts.next(), "test-access", UUID.randomUUID().toString(), List.of(), true);
		Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
		server.start();
		return server;
	}

	/**
	 * Starts the server again after {@link #stop()}, on the same port with the same
	 * objects.
	 */
	public synchronized void start() {
		if (this.process != null && this.process.isAlive()) {
			throw new IllegalStateException("The object store runs already");
		}
		try {
			List<String> command = new ArrayList<>(this.commandPrefix);
			command.addAll(new S3ProxyFiles(this.directory).write(endpoint(), this.accessKey, this.secretKey));
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()))
				.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
			// Holds what belongs to its starter alone, such as a token.
			builder.environment().keySet().removeIf((name) -> name.startsWith("CELLAR_"));
			Process started = builder.start();
			this.process = started;
			HttpAnswer.await(endpoint(), started, START_LIMIT, this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The object store did not start; see " + this.log, ex);
		}
	}

	/**
	 * Stops the server; what it stored stays.
	 */
	public synchronized void stop() {
		Process running = this.process;
		this.process = null;
		if (running == null) {
			return;
		}
		running.destroy();
		try {
			if (!running.waitFor(STOP_LIMIT)) {
				running.destroyForcibly().waitFor();
			}
		}
		catch (InterruptedException ex) {
			running.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		stop();
		if (this.temporary) {
			Directories.delete(this.directory);
		}
	}

	/**
	 * Returns where S3 requests go, path style.
	 * @return a URL without a path
	 */
	public URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.port);
	}

	/**
	 * Returns the access key.
	 * @return the access key
	 */
	public String accessKey() {
		return this.accessKey;
	}

	/**
	 * Returns the secret of the access key.
	 * @return the secret key
	 */
	public String secretKey() {
		return this.secretKey;
	}

	/**
	 * Returns the process of the server.
	 * @return a handle on it
	 */
	public synchronized ProcessHandle process() {
		if (this.process == null) {
			throw new IllegalStateException("The object store is not running");
		}
		return this.process.toHandle();
	}

}
