package cellar.stack.watchdog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;

/**
 * A process that had ended before anybody asked after it: what is to happen at its exit
 * happens at once.
 */
final class EndedProcess extends Process {

	private final Process process;

	EndedProcess() throws IOException {
		this.process = new ProcessBuilder("true").start();
		this.process.onExit().join();
	}

	@Override
	public CompletableFuture<Process> onExit() {
		return CompletableFuture.completedFuture(this);
	}

	@Override
	public ProcessHandle toHandle() {
		return this.process.toHandle();
	}

	@Override
	public OutputStream getOutputStream() {
		return this.process.getOutputStream();
	}

	@Override
	public InputStream getInputStream() {
		return this.process.getInputStream();
	}

	@Override
	public InputStream getErrorStream() {
		return this.process.getErrorStream();
	}

	@Override
	public int waitFor() throws InterruptedException {
		return this.process.waitFor();
	}

	@Override
	public int exitValue() {
		return this.process.exitValue();
	}

	@Override
	public void destroy() {
		this.process.destroy();
	}

}
