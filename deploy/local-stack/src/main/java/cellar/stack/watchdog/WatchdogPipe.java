package cellar.stack.watchdog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the launcher tells a watchdog: all processes, again and again, a line for each and
 * one that ends the list.
 */
final class WatchdogPipe {

	private static final String END_OF_LIST = ".";

	private WatchdogPipe() {
	}

	/**
	 * Tells a watchdog of processes, in place of those of before.
	 * @param watchdog the process that reads
	 * @param list all processes
	 */
	static void write(Process watchdog, List<RegisteredProcess> list) {
		Writer pipe = watchdog.outputWriter(StandardCharsets.UTF_8);
		try {
			for (RegisteredProcess process : list) {
				pipe.write(process.line() + "\n");
			}
			pipe.write(END_OF_LIST + "\n");
			pipe.flush();
		}
		catch (IOException ex) {
			// It has just ended; the one after it is told everything.
		}
	}

	/**
	 * Tells a watchdog nothing more.
	 * @param watchdog the process that reads
	 */
	static void close(Process watchdog) {
		try {
			watchdog.outputWriter(StandardCharsets.UTF_8).close();
		}
		catch (IOException ex) {
			// Its pipe is closed already: it has ended.
		}
	}

	/**
	 * Listens until there is nothing more to hear.
	 * @param pipe what the launcher writes
	 * @return the processes of the last list that came whole
	 * @throws IOException if it could not be read
	 */
	static List<RegisteredProcess> lastList(BufferedReader pipe) throws IOException {
		List<RegisteredProcess> last = List.of();
		List<RegisteredProcess> incoming = new ArrayList<>();
		for (String line = pipe.readLine(); line != null; line = pipe.readLine()) {
			if (line.equals(END_OF_LIST)) {
				last = List.copyOf(incoming);
				incoming.clear();
			}
			else {
				RegisteredProcess.parse(line).ifPresent(incoming::add);
			}
		}
		return last;
	}

}
