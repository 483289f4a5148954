package cellar.stack.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A process that exists but does nothing yet: it waits for a word of the one who started
 * it, and ends if that one dies first. In between it can be written down, so that at no
 * instant a program runs that nobody would find again.
 */
public final class HeldProcess {

	static final String HOLD = "read -r go || exit 1\nexec </dev/null\n" + Command.IN_OWN_SESSION;

	private final Process process;

	private HeldProcess(Process process) {
		this.process = process;
	}

	/**
	 * Starts a process that waits.
	 * @param command what it is going to run
	 * @return the waiting process
	 * @throws IOException if it could not be started
	 */
	public static HeldProcess of(Command command) throws IOException {
		return new HeldProcess(command.start(HOLD));
	}

	/**
	 * Returns which process it is, and stays when it runs its program.
	 * @return the identity
	 */
	public ProcessIdentity identity() {
		return ProcessIdentity.of(this.process.toHandle());
	}

	/**
	 * Lets the process run its program.
	 * @return the running process
	 * @throws IOException if it has ended meanwhile
	 */
	public Process release() throws IOException {
		try (OutputStream word = this.process.getOutputStream()) {
			word.write("go\n".getBytes(StandardCharsets.US_ASCII));
		}
		return this.process;
	}

	/**
	 * Ends the process without letting it run anything.
	 */
	public void discard() {
		this.process.destroyForcibly();
	}

}
