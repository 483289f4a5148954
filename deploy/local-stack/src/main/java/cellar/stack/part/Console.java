package cellar.stack.part;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Where people read what is going on, a line per event with the seconds since the start.
 */
public final class Console {

	private final PrintStream out;

	private final Instant start;

	/**
	 * Creates a console.
	 * @param out where the lines go
	 * @param start when the seconds begin to count
	 */
	public Console(PrintStream out, Instant start) {
		this.out = out;
		this.start = start;
	}

	/**
	 * Tells of one part.
	 * @param part its name
	 * @param event what happened
	 */
	public void tell(String part, String event) {
		double seconds = elapsed().toMillis() / 1000.0;
		print(String.format(Locale.ROOT, "%6.1f s  %-20s  %s", seconds, part, event));
	}

	/**
	 * Prints a line as it is.
	 * @param line the line
	 */
	public void print(String line) {
		this.out.println(line);
		this.out.flush();
	}

	/**
	 * Returns the time since the start.
	 * @return the time
	 */
	public Duration elapsed() {
		return Duration.between(this.start, Instant.now());
	}

}
