package cellar.simulation.control;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cellar.simulation.http.Call;

/**
 * Keeps everybody but programs of this machine away from the control API: it has no
 * passwords, and a web page may try to have a browser call it.
 */
final class Guard {

	private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

	private Guard() {
	}

	static Optional<String> refusal(Call call) {
		if (!call.local()) {
			return Optional.of("The control API is served on the loopback interface only");
		}
		String host = call.header("host");
		if (host == null || !LOOPBACK_NAMES.contains(hostName(host))) {
			return Optional.of("The Host header must name this machine: localhost or 127.0.0.1");
		}
		if (!isOwn(call.header("origin"), host)) {
			return Optional.of("Pages of other origins may not use the control API");
		}
		return Optional.empty();
	}

	private static boolean isOwn(@Nullable String origin, String host) {
		return origin == null || origin.equalsIgnoreCase("http://" + host);
	}

	private static String hostName(String host) {
		return host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
	}

}
