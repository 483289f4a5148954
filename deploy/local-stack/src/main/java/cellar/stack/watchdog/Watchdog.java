package cellar.stack.watchdog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A small process beside the launcher that hears from it which processes there are. When
 * it hears nothing more, for the launcher has ended in whatever way, it ends those that
 * are still there.
 */
final class Watchdog {

	static final String END_OF_LIST = ".";

	private Watchdog() {
	}

	static void main(String[] arguments) throws IOException {
		Duration grace = Duration.ofMillis(Long.parseLong(arguments[0]));
		List<RegisteredProcess> processes = List.of();
		List<RegisteredProcess> incoming = new ArrayList<>();
		try (BufferedReader pipe = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
			for (String line = pipe.readLine(); line != null; line = pipe.readLine()) {
				if (line.equals(END_OF_LIST)) {
					processes = List.copyOf(incoming);
					incoming.clear();
				}
				else {
					RegisteredProcess.parse(line).ifPresent(incoming::add);
				}
			}
		}
		Leftovers.end(processes, grace, IO::println);
	}

}
