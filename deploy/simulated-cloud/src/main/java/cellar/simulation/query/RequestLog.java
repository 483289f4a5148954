package cellar.simulation.query;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The last calls, oldest first, and how many there were of each kind.
 */
public final class RequestLog {

	private static final int KEPT = 1000;

	private static final int MAX_ACTIONS = 200;

	private final Clock clock;

	private final Deque<RecordedRequest> last = new ArrayDeque<>();

	private final Map<String, Long> counts = new TreeMap<>();

	public RequestLog(Clock clock) {
		this.clock = clock;
	}

	synchronized void record(String method, String action, Map<String, String> parameters, String outcome) {
		if (this.last.size() == KEPT) {
			this.last.removeFirst();
		}
		this.last.addLast(new RecordedRequest(this.clock.instant(), method, action, redacted(parameters), outcome));
		if (this.counts.size() < MAX_ACTIONS || this.counts.containsKey(action)) {
			this.counts.merge(action, 1L, Long::sum);
		}
	}

	public synchronized List<RecordedRequest> requests() {
		return List.copyOf(this.last);
	}

	public synchronized Map<String, Long> counts() {
		return new TreeMap<>(this.counts);
	}

	/**
	 * Forgets all calls and counts.
	 */
	public synchronized void clear() {
		this.last.clear();
		this.counts.clear();
	}

	private static Map<String, String> redacted(Map<String, String> parameters) {
		Map<String, String> shown = new TreeMap<>(parameters);
		shown.computeIfPresent("UserData",
				(name, value) -> "(" + value.getBytes(StandardCharsets.UTF_8).length + " bytes of base64)");
		return shown;
	}

}
