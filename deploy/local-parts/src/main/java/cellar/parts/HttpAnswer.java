package cellar.parts;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * The first HTTP answer of a server that was just started, whatever it says.
 */
final class HttpAnswer {

	private static final Duration PAUSE = Duration.ofMillis(50);

	private HttpAnswer() {
	}

	static void await(URI address, Process process, Duration limit, Path log) throws IOException {
		boolean answered = new Patience(Clock.systemUTC(), limit, PAUSE).lookUntil(() -> answers(address),
				(answers) -> answers || !process.isAlive());
		if (answered) {
			return;
		}
		if (!process.isAlive()) {
			throw new IOException("Exited with %d; see %s".formatted(process.exitValue(), log));
		}
		process.destroyForcibly();
		String until = Thread.currentThread().isInterrupted() ? "before the wait was interrupted" : "within " + limit;
		throw new IOException("No answer from %s %s; see %s".formatted(address, until, log));
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

}
