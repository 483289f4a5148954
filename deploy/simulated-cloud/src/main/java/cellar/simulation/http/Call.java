package cellar.simulation.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One request with its whole body.
 *
 * @param method the method as it was sent
 * @param path the path as it was sent, still encoded
 * @param query the query as it was sent, without the question mark, or {@code null}
 * @param headers values by lower-case name
 * @param body the body, empty if there was none
 * @param local whether the caller reached us through the loopback interface
 */
public record Call(String method, String path, @Nullable String query, Map<String, List<String>> headers, byte[] body,
		boolean local) {

	/**
	 * Returns a header; several of one name are joined by commas.
	 * @param name the name in any case
	 * @return the value, or {@code null} if it was not sent
	 */
	public @Nullable String header(String name) {
		List<String> values = this.headers.get(name.toLowerCase(Locale.ROOT));
		return (values != null) ? String.join(",", values) : null;
	}

}
