package cellar.gateway.header;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What of a client's request goes on to an origin (RFC 9110, 7.6).
 */
public final class RequestFields {

	/** For the next hop only. */
	private static final Set<String> HOP_BY_HOP = Set.of("connection", "keep-alive", "proxy-connection",
			"proxy-authorization", "te", "trailer", "transfer-encoding", "upgrade", "http2-settings", "host",
			"content-length", "expect", "max-forwards");

	/** Answered from the cache, which asks in its own way. */
	private static final Set<String> CONDITIONS = Set.of("range", "if-range", "if-match", "if-none-match",
			"if-modified-since", "if-unmodified-since");

	private RequestFields() {
	}

	/**
	 * Returns what goes on.
	 * @param received all headers of the client
	 * @return those that are for the origin
	 */
	public static Headers forwarded(Headers received) {
		Set<String> kept = new HashSet<>(HOP_BY_HOP);
		kept.addAll(CONDITIONS);
		kept.addAll(Arrays.asList(received.joined("Connection").toLowerCase(Locale.ROOT).split("[\\s,]+")));
		Headers forwarded = received.without(kept);
		return new Headers(forwarded.fields().stream().filter((field) -> !field.name().startsWith(":")).toList());
	}

}
