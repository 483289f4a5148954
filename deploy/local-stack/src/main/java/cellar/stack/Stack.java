package cellar.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import cellar.parts.Directories;
import cellar.stack.part.Console;
import cellar.stack.part.PartFailedException;
import cellar.stack.part.Supervisor;
import cellar.stack.platform.DataDirectory;
import cellar.stack.platform.Platform;
import cellar.stack.platform.Port;
import cellar.stack.platform.Ports;
import cellar.stack.secret.Secret;
import cellar.stack.starter.Starter;
import cellar.stack.watchdog.ProcessRegistry;
import cellar.stack.watchdog.RunDirectory;

/**
 * The running platform.
 */
public final class Stack implements AutoCloseable {

	private final DataDirectory data;

	private final RunDirectory run;

	private final Ports ports;

	private final Secret operator;

	private final ProcessRegistry registry;

	private final Supervisor supervisor;

	private final Console console;

	Stack(DataDirectory data, RunDirectory run, Ports ports, Secret operator, ProcessRegistry registry,
			Supervisor supervisor, Console console) {
		this.data = data;
		this.run = run;
		this.ports = ports;
		this.operator = operator;
		this.registry = registry;
		this.supervisor = supervisor;
		this.console = console;
	}

	/**
	 * Starts the whole platform and waits until the starter catalog is served.
	 * @param options how it is run
	 * @param console where people are told
	 * @return the running platform
	 * @throws PartFailedException if a part could not be started; then nothing runs
	 */
	public static Stack start(StackOptions options, Console console) {
		Stack stack = Preparation.prepare(options, console);
		try {
			stack.start();
			return stack;
		}
		catch (RuntimeException ex) {
			stack.close();
			throw ex;
		}
	}

	void start() {
		this.supervisor.start();
		await(Platform.CATALOG);
		await(Platform.GATEWAY);
		new Starter(this.ports.url(Port.CATALOG), this.operator, this.data.of("starter"), this.data.temporary(),
				this.console)
			.publish();
		await(Platform.PROVISIONING);
	}

	private void await(String part) {
		try {
			CompletableFuture.anyOf(this.supervisor.ready(part), this.supervisor.failure().thenAccept((failure) -> {
				throw failure;
			})).join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof PartFailedException failure) {
				throw failure;
			}
			throw ex;
		}
	}

	/**
	 * Returns where something listens.
	 * @param port what
	 * @return a URL without a path
	 */
	public String url(Port port) {
		return this.ports.url(port);
	}

	/**
	 * Returns the token that may do everything.
	 * @return the token
	 */
	public Secret operatorToken() {
		return this.operator;
	}

	/**
	 * Returns where the token is kept that is used when none is given.
	 * @return the file
	 */
	Path tokenFile() {
		return Preparation.tokenFile(this.data);
	}

	/**
	 * Returns where data, logs and secrets are.
	 * @return the directory
	 */
	public Path dataDirectory() {
		return this.data.path();
	}

	/**
	 * Returns the process of a part.
	 * @param part its name
	 * @return a handle on it
	 */
	public ProcessHandle process(String part) {
		return this.supervisor.process(part);
	}

	/**
	 * Kills a part, as a power cut would; the others go on.
	 * @param part its name
	 */
	public void kill(String part) {
		this.supervisor.kill(part);
	}

	/**
	 * Starts a part again, after stopping it if it runs, and waits until it is ready.
	 * @param part its name
	 */
	public void restart(String part) {
		this.supervisor.restart(part);
	}

	/**
	 * Returns the first failure of a part.
	 * @return completed when a part ended by itself
	 */
	public CompletableFuture<PartFailedException> failure() {
		return this.supervisor.failure();
	}

	/**
	 * Stops every part, the last first.
	 */
	@Override
	public void close() {
		this.supervisor.close();
		this.registry.close();
		try (this.run) {
			Directories.delete(this.data.temporary());
			Directories.delete(this.data.jars().path());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
