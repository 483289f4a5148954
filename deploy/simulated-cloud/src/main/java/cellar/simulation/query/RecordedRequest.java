package cellar.simulation.query;

import java.time.Instant;
import java.util.Map;

/**
 * A call that was authentic, without its signature and without what guests are to keep
 * secret.
 *
 * @param outcome {@code OK}, an error code, or {@code LostReply}
 */
public record RecordedRequest(Instant at, String method, String action, Map<String, String> parameters,
		String outcome) {
}
