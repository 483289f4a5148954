package cellar.gateway.route;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cellar.gateway.freshness.FreshnessPolicy;
import cellar.gateway.origin.Origin;

/**
 * A part of the URL space and where its objects are.
 *
 * @param path what URL paths begin with, whole segments only
 * @param host the host it answers for, or {@code null} for any
 * @param origin where its objects are
 * @param prefix what object names begin with there
 * @param index the object that stands for a directory, or {@code null}
 * @param policy how long copies may be used
 * @param pinned whether its copies stay for as long as others can go
 * @param headers headers added to answers
 */
public record Route(String path, @Nullable String host, Origin origin, String prefix, @Nullable String index,
		FreshnessPolicy policy, boolean pinned, Map<String, String> headers) {

	public Route {
		headers = Map.copyOf(headers);
	}

	boolean matches(@Nullable String requestedHost, String requested) {
		if (this.host != null && (requestedHost == null || !this.host.equals(requestedHost.toLowerCase(Locale.ROOT)))) {
			return false;
		}
		return requested.startsWith(this.path) && (this.path.endsWith("/") || requested.length() == this.path.length()
				|| requested.charAt(this.path.length()) == '/');
	}

	/**
	 * Returns the name of the object that a path means.
	 * @param requested a path that this route matches
	 * @return the name, or {@code null} if the path means a directory and there is no
	 * index
	 */
	@Nullable String object(String requested) {
		String rest = requested.substring(this.path.length());
		rest = rest.startsWith("/") ? rest.substring(1) : rest;
		boolean joins = !this.prefix.isEmpty() && !this.prefix.endsWith("/") && !rest.isEmpty();
		String object = this.prefix + (joins ? "/" : "") + rest;
		boolean directory = object.isEmpty() || object.endsWith("/");
		if (directory || requested.endsWith("/")) {
			return (this.index != null) ? object + (directory ? "" : "/") + this.index : null;
		}
		return object;
	}

}
