package cellar.stack.watchdog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import cellar.stack.process.ProcessIdentity;
import cellar.stack.process.StopSignal;
import cellar.stack.process.Termination;
import cellar.stack.secret.PrivateFile;

/**
 * What is written down about the running stack: who runs it, and which processes belong
 * to it. One launcher at a time holds it.
 */
public final class RunDirectory implements AutoCloseable {

	private final Path directory;

	private final FileChannel channel;

	private RunDirectory(Path directory, FileChannel channel) {
		this.directory = directory;
		this.channel = channel;
	}

	/**
	 * Takes hold of a directory until it is closed or this process ends.
	 * @param directory the directory, created if it is missing
	 * @return the directory, held
	 * @throws IOException if it could not be written
	 * @throws DirectoryInUseException if another launcher holds it
	 */
	public static RunDirectory open(Path directory) throws IOException {
		Files.createDirectories(directory);
		Path holder = directory.resolve("launcher.pid");
		FileChannel channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
		try {
			if (tryLock(channel) == null) {
				throw new DirectoryInUseException(directory, readIfPresent(holder).map(String::strip));
			}
			Files.writeString(holder, ProcessHandle.current().pid() + "\n");
			return new RunDirectory(directory, channel);
		}
		catch (IOException | RuntimeException ex) {
			channel.close();
			throw ex;
		}
	}

	private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

	/**
	 * Ends what a launcher that was killed left behind. Its watchdog, if it lives, is
	 * busy with the same and is given time to finish: it must not meet new processes.
	 * @param grace how long each process may take
	 * @param report hears of each process that was still there
	 * @throws IOException if the records could not be read
	 */
	public void endLeftovers(Duration grace, Consumer<String> report) throws IOException {
		List<RegisteredProcess> processes = readIfPresent(processesFile()).stream()
			.flatMap(String::lines)
			.flatMap((line) -> RegisteredProcess.parse(line).stream())
			.toList();
		readIfPresent(watchdogFile()).flatMap((line) -> RegisteredProcess.parse(line.strip()))
			.flatMap(RegisteredProcess::find)
			.ifPresent((watchdog) -> awaitOrKill(watchdog, grace.multipliedBy(processes.size() + 1L)));
		Leftovers.end(processes, grace, report);
		record(List.of());
	}

	// It is never asked to end: it goes by itself when its work is done.
	private void awaitOrKill(ProcessHandle watchdog, Duration limit) {
		Termination.await(watchdog, limit);
		Termination.end(watchdog, StopSignal.TERM, Duration.ofSeconds(2));
	}

	void record(List<RegisteredProcess> processes) throws IOException {
		PrivateFile.write(processesFile(),
				String.join("", processes.stream().map((process) -> process.line() + "\n").toList()));
	}

	void recordWatchdog(ProcessHandle watchdog) throws IOException {
		// Nothing to record if it has ended already.
		Optional<Instant> started = watchdog.info().startInstant();
		if (started.isPresent()) {
			ProcessIdentity identity = new ProcessIdentity(watchdog.pid(), started.get());
			PrivateFile.write(watchdogFile(),
					new RegisteredProcess.ByPid("watchdog", StopSignal.TERM, identity).line() + "\n");
		}
	}

	Path directory() {
		return this.directory;
	}

	private Path processesFile() {
		return this.directory.resolve("processes");
	}

	private Path watchdogFile() {
		return this.directory.resolve("watchdog");
	}

	private static Optional<String> readIfPresent(Path file) throws IOException {
		try {
			return Optional.of(Files.readString(file));
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
