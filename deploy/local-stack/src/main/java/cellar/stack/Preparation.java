package cellar.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;

import cellar.parts.Directories;
import cellar.stack.part.Console;
import cellar.stack.part.Supervisor;
import cellar.stack.platform.DataDirectory;
import cellar.stack.platform.Platform;
import cellar.stack.platform.Ports;
import cellar.stack.process.OwnProgram;
import cellar.stack.secret.PrivateFile;
import cellar.stack.secret.Secret;
import cellar.stack.secret.Secrets;
import cellar.stack.watchdog.ProcessRegistry;
import cellar.stack.watchdog.RunDirectory;

/**
 * What comes before the start of a stack: the data directory is held by this launcher,
 * nothing of an earlier run is left, and everything that can be checked is checked.
 */
final class Preparation {

	private static final String OPERATOR_TOKEN = "operator-token";

	private Preparation() {
	}

	/**
	 * Prepares a stack.
	 * @param options how the stack is run
	 * @param console where people are told
	 * @return a stack of which nothing runs yet
	 */
	static Stack prepare(StackOptions options, Console console) {
		DataDirectory data = new DataDirectory(options.dataDirectory());
		try {
			PrivateFile.createDirectory(data.path());
			RunDirectory run = RunDirectory.open(data.run());
			try {
				return prepare(options, console, data, run);
			}
			catch (IOException | RuntimeException ex) {
				run.close();
				throw ex;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(
					"'%s' cannot be used as data directory: %s".formatted(options.dataDirectory(), ex.getMessage()),
					ex);
		}
	}

	private static Stack prepare(StackOptions options, Console console, DataDirectory data, RunDirectory run)
			throws IOException {
		run.endLeftovers(options.grace(), (leftover) -> console.print("Left by an earlier run: " + leftover));
		Directories.delete(data.temporary());
		Directories.delete(data.jars().path());
		Ports ports = Ports.claim((port) -> options.ports().get(port));
		Secrets secrets = Secrets.in(data.secrets());
		Secret operator = options.token().isPresent() ? options.token().get() : secrets.get(OPERATOR_TOKEN);
		Platform platform = Platform.layOut(options.project(), options.version(), data, ports, secrets, operator);
		ProcessRegistry registry = new ProcessRegistry(run, data.log("watchdog").path(), options.grace(),
				OwnProgram.running().copiedTo(data.jars()));
		Supervisor supervisor = new Supervisor(platform.parts(), registry, console, options.grace(), Clock.systemUTC());
		return new Stack(data, run, ports, operator, registry, supervisor, console);
	}

	/**
	 * Returns where the token is kept that is used when none is given.
	 * @param data the data directory
	 * @return the file
	 */
	static Path tokenFile(DataDirectory data) {
		return data.secrets().resolve(OPERATOR_TOKEN);
	}

}
