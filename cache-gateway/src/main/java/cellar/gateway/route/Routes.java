package cellar.gateway.route;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cellar.gateway.freshness.FreshnessPolicy;
import cellar.gateway.upstream.Origins;

/**
 * The configured routes, checked against the configured origins.
 */
@Component
public class Routes {

	private final List<Route> routes;

	Routes(RoutesProperties properties, Origins origins) {
		Set<String> seen = new HashSet<>();
		this.routes = properties.routes().stream().map((entry) -> {
			check(entry, origins, seen);
			return open(entry, origins);
		})
			.sorted(Comparator.comparing((Route route) -> route.path().length())
				.thenComparing((route) -> route.host() != null)
				.reversed())
			.toList();
	}

	private static void check(RoutesProperties.Entry entry, Origins origins, Set<String> seen) {
		String name = "Route '" + entry.path() + "'" + ((entry.host() != null) ? " on '" + entry.host() + "'" : "");
		require(origins.names().contains(entry.origin()),
				"%s: origin '%s' not found, known are %s".formatted(name, entry.origin(), origins.names()));
		require(origins.hasBuckets(entry.origin()) == (entry.bucket() != null && !entry.bucket().isBlank()),
				"%s: 'bucket' must be given for an s3 origin, and only for one".formatted(name));
		require(!origins.isSigned(entry.origin()) || entry.access() != null,
				"%s: 'access' must be stated because origin '%s' is signed".formatted(name, entry.origin()));
		require(seen.add(entry.path() + " " + lowerCase(entry.host())), name + " is configured twice");
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

	private static Route open(RoutesProperties.Entry entry, Origins origins) {
		return new Route(entry.path(), lowerCase(entry.host()), origins.open(entry.origin(), entry.bucket()),
				entry.prefix(), entry.index(), new FreshnessPolicy(entry.defaultTtl(), entry.staleWhileRevalidate(),
						entry.staleIfError(), entry.negativeTtl(), entry.clientDirectives()),
				entry.pinned(), entry.headers());
	}

	private static @Nullable String lowerCase(@Nullable String host) {
		return (host != null) ? host.toLowerCase(Locale.ROOT) : null;
	}

	/**
	 * Returns all routes.
	 * @return the routes, those with longer paths first
	 */
	public List<Route> all() {
		return this.routes;
	}

	/**
	 * Finds the object that a request means.
	 * @param host the host that was asked, without the port
	 * @param path the path
	 * @return the match, or {@code null} if no route leads there
	 */
	public @Nullable Match match(@Nullable String host, RequestPath path) {
		for (Route route : this.routes) {
			if (route.matches(host, path.decoded())) {
				String object = route.object(path.decoded());
				return (object != null) ? new Match(route, object) : null;
			}
		}
		return null;
	}

	public Set<String> paths() {
		return this.routes.stream().map(Route::path).collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * A route and the object it leads to.
	 *
	 * @param route the route
	 * @param object the name of the object at the origin
	 */
	public record Match(Route route, String object) {

	}

}
