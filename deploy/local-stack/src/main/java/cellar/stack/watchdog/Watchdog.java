package cellar.stack.watchdog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A small process beside the launcher that hears from it which processes there are. When
 * it hears nothing more, for the launcher has ended in whatever way, it ends those that
 * are still there.
 */
final class Watchdog {

	private Watchdog() {
	}

	static void main(String[] arguments) throws IOException {
		Duration grace = Duration.ofMillis(Long.parseLong(arguments[0]));
		try (BufferedReader pipe = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
			Leftovers.end(WatchdogPipe.lastList(pipe), grace, IO::println);
		}
	}

}
