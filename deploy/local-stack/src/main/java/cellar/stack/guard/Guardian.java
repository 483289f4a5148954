package cellar.stack.guard;

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
final class Guardian {

	static final String END_OF_LIST = ".";

	private Guardian() {
	}

	static void main(String[] arguments) throws IOException {
		Duration grace = Duration.ofMillis(Long.parseLong(arguments[0]));
		List<Ward> wards = List.of();
		List<Ward> incoming = new ArrayList<>();
		try (BufferedReader pipe = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
			for (String line = pipe.readLine(); line != null; line = pipe.readLine()) {
				if (line.equals(END_OF_LIST)) {
					wards = List.copyOf(incoming);
					incoming.clear();
				}
				else {
					Ward.parse(line).ifPresent(incoming::add);
				}
			}
		}
		Wards.end(wards, grace, IO::println);
	}

}
