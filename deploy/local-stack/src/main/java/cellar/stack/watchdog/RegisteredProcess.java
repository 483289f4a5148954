package cellar.stack.watchdog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import cellar.stack.process.ProcessIdentity;
import cellar.stack.process.StopSignal;

/**
 * A process to be ended when the launcher cannot do it.
 */
public sealed interface RegisteredProcess {

	/**
	 * Returns which part it is.
	 * @return the name of the part
	 */
	String name();

	/**
	 * Returns how it is asked to end.
	 * @return the signal
	 */
	StopSignal signal();

	/**
	 * Returns the process, if it is still alive and certainly this one.
	 * @return the process, or empty
	 */
	Optional<ProcessHandle> find();

	/**
	 * Returns this process as one line of text.
	 * @return what {@link #parse} reads
	 */
	String line();

	/**
	 * Reads a line that {@link #line()} wrote.
	 * @param line the line
	 * @return the process, or empty if the line was cut off
	 */
	static Optional<RegisteredProcess> parse(String line) {
		List<String> words = List.of(line.split(" ", 5));
		try {
			return switch (words.getFirst()) {
				case "process" ->
					Optional.of(new ByPid(words.get(1), StopSignal.valueOf(words.get(2)), new ProcessIdentity(
							Long.parseLong(words.get(3)), Instant.ofEpochMilli(Long.parseLong(words.get(4))))));
				case "file" -> Optional
					.of(new ByPidFile(words.get(1), StopSignal.valueOf(words.get(2)), Path.of(line.split(" ", 4)[3])));
				default -> Optional.empty();
			};
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
			return Optional.empty();
		}
	}

	/**
	 * A process whose number is known.
	 *
	 * @param name which part it is
	 * @param signal how it is asked to end
	 * @param identity the process
	 */
	record ByPid(String name, StopSignal signal, ProcessIdentity identity) implements RegisteredProcess {

		@Override
		public Optional<ProcessHandle> find() {
			return this.identity.find();
		}

		@Override
		public String line() {
			return "process %s %s %s %s".formatted(this.name, this.signal, this.identity.pid(),
					this.identity.started().toEpochMilli());
		}

	}

	/**
	 * A process that writes its number into a file itself, maybe only a moment from now.
	 *
	 * @param name which part it is
	 * @param signal how it is asked to end
	 * @param file the file, whose first line is the number
	 */
	record ByPidFile(String name, StopSignal signal, Path file) implements RegisteredProcess {

		private static final Duration TOLERANCE = Duration.ofSeconds(1);

		@Override
		public Optional<ProcessHandle> find() {
			try {
				long pid = Long.parseLong(Files.readAllLines(this.file).getFirst().strip());
				Instant written = Files.getLastModifiedTime(this.file).toInstant();
				// Who wrote the file started before it did; who got its number later
				// started after it.
				return ProcessHandle.of(pid)
					.filter(ProcessHandle::isAlive)
					.filter((handle) -> handle.info()
						.startInstant()
						.filter((started) -> started.isBefore(written.plus(TOLERANCE)))
						.isPresent());
			}
			catch (IOException | RuntimeException ex) {
				return Optional.empty();
			}
		}

		@Override
		public String line() {
			return "file %s %s %s".formatted(this.name, this.signal, this.file.toAbsolutePath());
		}

	}

}
