package cellar.gateway.request;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Iterator;
import java.util.List;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cellar.gateway.answer.Refusal;
import cellar.gateway.index.Key;
import cellar.gateway.lookup.Lookup;
import cellar.gateway.lookup.Portion;
import cellar.gateway.range.RangeRequest;
import cellar.gateway.route.RequestPath;
import cellar.gateway.route.Route;
import cellar.gateway.route.Routes;

/**
 * Finds out what requests mean. It neither waits for anything nor answers.
 */
@Component
public class Interpreter {

	/** No client that means well sends as many, and each costs a look at its name. */
	private static final int MOST_FIELDS = 100;

	private final Routes routes;

	Interpreter(Routes routes) {
		this.routes = routes;
	}

	public Meaning read(HttpServerRequest request) {
		String method = request.method().name();
		boolean head = method.equals("HEAD");
		boolean options = method.equals("OPTIONS");
		if (!head && !options && !method.equals("GET")) {
			return new Meaning.Refused(Refusal.METHOD);
		}
		if (isOverloaded(request)) {
			return new Meaning.Refused(Refusal.HEADERS_TOO_LARGE);
		}
		if (isHostUnclear(request) || isTargetUnclear(request, options)) {
			return new Meaning.Refused(Refusal.MALFORMED);
		}
		return options ? new Meaning.Options() : find(request, head);
	}

	private static boolean isOverloaded(HttpServerRequest request) {
		int fields = 0;
		for (Iterator<?> each = request.headers().iterator(); each.hasNext() && fields <= MOST_FIELDS; each.next()) {
			fields++;
		}
		return fields > MOST_FIELDS;
	}

	private static boolean isHostUnclear(HttpServerRequest request) {
		HostAndPort authority = request.authority();
		List<String> hosts = request.headers().getAll("Host");
		boolean missing = request.version() != HttpVersion.HTTP_1_0 && authority == null;
		// A proxy in front may choose by the other one.
		boolean several = hosts.size() > 1 || (request.version() == HttpVersion.HTTP_2 && !hosts.isEmpty()
				&& authority != null && !hosts.getFirst().equalsIgnoreCase(authority.toString()));
		return missing || several;
	}

	// Where it names a host too, this has to be the one that is asked (RFC 9112, 3.2).
	private static boolean isTargetUnclear(HttpServerRequest request, boolean options) {
		String target = request.uri();
		if (target.startsWith("/")) {
			return target.indexOf('#') >= 0;
		}
		return !(options && target.equals("*")) && !isOf(request.getHeader("Host"), target);
	}

	private static boolean isOf(@Nullable String host, String target) {
		try {
			URI uri = new URI(target);
			boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
			// Others may look for a path in the query where there is none.
			boolean clear = uri.getRawFragment() == null && !(uri.getRawPath().isEmpty() && uri.getRawQuery() != null);
			return http && clear && host != null && host.equalsIgnoreCase(uri.getRawAuthority());
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	private Meaning find(HttpServerRequest request, boolean head) {
		RequestPath path = RequestPath.parse(request.path());
		if (path == null) {
			return new Meaning.Refused(Refusal.BAD_PATH);
		}
		Routes.Match match = this.routes.match(host(request), path);
		if (match == null) {
			return new Meaning.Refused(Refusal.NOT_FOUND);
		}
		Route route = match.route();
		String object = object(request, match);
		if (object == null) {
			return new Meaning.Refused(Refusal.BAD_PATH);
		}
		Portion portion = head ? Portion.NONE : RangeRequest.portion(request.getHeader("Range"));
		Lookup lookup = new Lookup(Key.of(space(route), object), route.origin(), route.policy(), portion,
				ClientHeaders.read(request, route.origin()));
		return new Meaning.Wanted(route, lookup, head);
	}

	static Key.Space space(Route route) {
		return new Key.Space(route.path(), route.origin().identity());
	}

	private static @Nullable String host(HttpServerRequest request) {
		return (request.authority() != null) ? request.authority().host() : null;
	}

	private static @Nullable String object(HttpServerRequest request, Routes.Match match) {
		String object = match.object();
		if (!match.route().origin().namedByQuery()) {
			return object;
		}
		String query = request.query();
		// A name with a question mark in it could not be told from one with a query.
		if (object.indexOf('?') >= 0 || !isPrintable(query)) {
			return null;
		}
		return (query != null) ? object + "?" + query : object;
	}

	private static boolean isPrintable(@Nullable String query) {
		return query == null || query.chars().allMatch((c) -> c > ' ' && c < 0x7f && c != '#');
	}

}
