package cellar.parts;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * The first HTTP answer of a server that was just started, whatever it says.
 */
final class HttpAnswer {

	private static final Duration PAUSE = Duration.ofMillis(50);

	private HttpAnswer() {
	}

	static void await(URI address, Process process, Duration limit, Path log) throws IOException {
		Instant deadline = Instant.now().plus(limit);
		while (!answers(address)) {
			if (!process.isAlive()) {
				throw new IOException("Exited with %d; see %s".formatted(process.exitValue(), log));
			}
			if (Instant.now().isAfter(deadline)) {
				process.destroyForcibly();
				throw new IOException("No answer from %s within %s; see %s".formatted(address, limit, log));
			}
			pause();
		}
	}

	private static boolean answers(URI address) {
		try {
			HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
			connection.setConnectTimeout(1000);
			connection.setReadTimeout(5000);
			try {
				connection.getResponseCode();
				return true;
			}
			finally {
				connection.disconnect();
			}
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static void pause() throws IOException {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted", ex);
		}
	}

}
