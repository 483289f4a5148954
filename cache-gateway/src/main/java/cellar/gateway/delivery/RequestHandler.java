package cellar.gateway.delivery;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cellar.gateway.cache.Cache;
import cellar.gateway.cache.Lookup;
import cellar.gateway.cache.Portion;
import cellar.gateway.index.Key;
import cellar.gateway.route.RequestPath;
import cellar.gateway.route.Route;
import cellar.gateway.route.Routes;

/**
 * Takes requests off the event loop, one virtual thread each, and finds out what they
 * mean.
 */
@Component
class RequestHandler implements Handler<HttpServerRequest> {

	private static final Logger logger = LoggerFactory.getLogger(RequestHandler.class);

	private final Routes routes;

	private final Cache cache;

	private final List<DeliveryObserver> observers;

	private final Clock clock;

	RequestHandler(Routes routes, Cache cache, ObjectProvider<DeliveryObserver> observers, Clock clock) {
		this.routes = routes;
		this.cache = cache;
		this.observers = observers.orderedStream().toList();
		this.clock = clock;
	}

	@Override
	public void handle(HttpServerRequest request) {
		long startedAt = System.nanoTime();
		ClientConnection connection = ClientConnection.of(request);
		Thread.ofVirtual().name("delivery").start(() -> {
			ResponseWriter response = new ResponseWriter(request, connection, this.clock);
			String route = attend(request, response);
			connection.close();
			DeliveryObserver.Delivery delivery = response.summary(route,
					Duration.ofNanos(System.nanoTime() - startedAt));
			this.observers.forEach((observer) -> observer.delivered(delivery));
		});
	}

	private @Nullable String attend(HttpServerRequest request, ResponseWriter response) {
		Routes.@Nullable Match match = null;
		try {
			Refusal refusal = objection(request);
			if (refusal != null) {
				response.refuse(refusal);
				return null;
			}
			if (request.method().name().equals("OPTIONS")) {
				response.options();
				return null;
			}
			RequestPath path = RequestPath.parse(request.path());
			match = (path != null) ? this.routes.match(host(request), path) : null;
			if (match == null) {
				response.refuse((path != null) ? Refusal.NOT_FOUND : Refusal.BAD_PATH);
				return null;
			}
			answer(request, response, match);
		}
		catch (IOException ex) {
			logger.atDebug().addKeyValue("cause", ex.toString()).log("Delivery broke off");
			response.abort();
		}
		catch (RuntimeException ex) {
			logger.atLevel(response.isClientGone() ? Level.DEBUG : Level.ERROR)
				.setCause(ex)
				.log("Delivery failed unexpectedly");
			fail(response);
		}
		return (match != null) ? match.route().path() : null;
	}

	private static @Nullable Refusal objection(HttpServerRequest request) {
		String method = request.method().name();
		if (!method.equals("GET") && !method.equals("HEAD") && !method.equals("OPTIONS")) {
			return Refusal.METHOD;
		}
		boolean hostMissing = request.version() != HttpVersion.HTTP_1_0 && request.authority() == null;
		// A proxy in front may choose by the other one.
		boolean hostDoubled = request.headers().getAll("Host").size() > 1;
		return (hostMissing || hostDoubled) ? Refusal.MALFORMED : null;
	}

	private void answer(HttpServerRequest request, ResponseWriter response, Routes.Match match) throws IOException {
		Route route = match.route();
		response.addHeaders(route.headers());
		String object = match.object();
		if (route.origin().namedByQuery()) {
			String query = request.query();
			// A name with a question mark in it could not be told from one with a query.
			if (object.indexOf('?') >= 0 || !isPrintable(query)) {
				response.refuse(Refusal.BAD_PATH);
				return;
			}
			object = (query != null) ? object + "?" + query : object;
		}
		Key key = Key.of(new Key.Space(route.path(), route.origin().identity()), object);
		boolean head = request.method().name().equals("HEAD");
		Portion portion = head ? Portion.ALL : ByteRange.portion(request.getHeader("Range"));
		Lookup lookup = new Lookup(key, route.origin(), route.policy(), portion,
				ClientHeaders.read(request, route.origin()));
		response.answer(head ? this.cache.head(lookup) : this.cache.get(lookup));
	}

	private static boolean isPrintable(@Nullable String query) {
		return query == null || query.chars().allMatch((c) -> c > ' ' && c < 0x7f && c != '#');
	}

	private static @Nullable String host(HttpServerRequest request) {
		return (request.authority() != null) ? request.authority().host() : null;
	}

	private static void fail(ResponseWriter response) {
		try {
			if (response.isUnanswered()) {
				response.refuse(Refusal.UNEXPECTED);
				return;
			}
		}
		catch (IOException | RuntimeException ex) {
			logger.atDebug().addKeyValue("cause", ex.toString()).log("Failure cannot be reported");
		}
		response.abort();
	}

}
