package cellar.stack.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import cellar.stack.process.LogFile;
import cellar.stack.process.StopSignal;
import cellar.stack.watchdog.ProcessRegistry;
import cellar.stack.watchdog.RegisteredProcess;

/**
 * A part whose process runs already while its start still does something else and never
 * comes to a good end.
 *
 * @param directory where the process writes its number
 * @param log where its output goes
 * @param rest what the start still does
 */
record HalfStartedPart(Path directory, LogFile log, Rest rest) implements Part {

	private static final String NAME = "half-started";

	static RegisteredProcess process(Path directory) {
		return new RegisteredProcess.ByPidFile(NAME, StopSignal.TERM, directory.resolve("half-started.pid"));
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public String address() {
		return "-";
	}

	@Override
	public Running start(ProcessRegistry registry) throws IOException {
		registry.add(process(this.directory));
		Process process = new ProcessBuilder("sleep", "300").start();
		Files.writeString(this.directory.resolve("half-started.pid"), process.pid() + "\n");
		try {
			this.rest.run();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw new IOException("half started");
	}

	/** What a start still does. */
	@FunctionalInterface
	interface Rest {

		/**
		 * Goes on with the start.
		 * @throws InterruptedException if it was broken off
		 */
		void run() throws InterruptedException;

	}

}
