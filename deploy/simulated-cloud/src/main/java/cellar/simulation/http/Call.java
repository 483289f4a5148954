package cellar.simulation.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One request with its whole body.
 *
 * @param headers values by lower-case name
 * @param local whether the caller reached us through the loopback interface
 */
public record Call(String method, String path, @Nullable String query, Map<String, List<String>> headers, byte[] body,
		boolean local) {

	public @Nullable String header(String name) {
		List<String> values = this.headers.get(name.toLowerCase(Locale.ROOT));
		return (values != null) ? String.join(",", values) : null;
	}

}
