package cellar.simulation.query;

import java.time.Instant;
import java.util.Map;

/**
 * A call that was authentic, without its signature and without what guests are to keep
 * secret.
 *
 * @param at when it came
 * @param action the {@code Action}, empty if it was missing
 * @param parameters values by names; of user data only its size
 * @param outcome {@code OK}, an error code, or {@code LostReply}
 */
public record RecordedRequest(Instant at, String method, String action, Map<String, String> parameters,
		String outcome) {
}
