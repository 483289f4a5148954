package cellar.stack.part;

import java.io.IOException;
import java.util.Set;

import cellar.stack.process.Command;
import cellar.stack.process.HeldProcess;
import cellar.stack.process.LogFile;
import cellar.stack.process.StopSignal;
import cellar.stack.watchdog.ProcessRegistry;
import cellar.stack.watchdog.RegisteredProcess;

/**
 * A part that is a program of its own.
 *
 * @param name how people call it
 * @param address where it can be reached
 * @param needs which parts must be ready before it can start
 * @param command makes what is run, at the time of the start
 * @param log where its output goes
 * @param readiness how one sees that it is ready for work
 */
public record ProgramPart(String name, String address, Set<String> needs, CommandSource command, LogFile log,
		Readiness readiness) implements Part {

	@Override
	public Running start(ProcessRegistry registry) throws IOException {
		this.log.rotate();
		HeldProcess held = HeldProcess.of(this.command.get());
		try {
			registry.add(new RegisteredProcess.ByPid(this.name, StopSignal.TERM, held.identity()));
			return Running.of(held.release());
		}
		catch (IOException | RuntimeException ex) {
			held.discard();
			throw ex;
		}
	}

	/** Makes a command, together with the files that it reads. */
	@FunctionalInterface
	public interface CommandSource {

		/**
		 * Prepares one start.
		 * @return what is run
		 * @throws IOException if a file could not be written
		 */
		Command get() throws IOException;

	}

}
