package cellar.gateway.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

import cellar.gateway.answer.Answer;
import cellar.gateway.lookup.CacheStatus;
import cellar.gateway.route.Route;

/**
 * One request and its answer, whose end the observers hear of.
 */
final class Exchange {

	private final long startedAt = System.nanoTime();

	private final HttpServerRequest request;

	private final Answer answer;

	private final List<DeliveryObserver> observers;

	private final AtomicBoolean over = new AtomicBoolean();

	private @Nullable Route route;

	private boolean failed;

	Exchange(HttpServerRequest request, List<DeliveryObserver> observers, Clock clock) {
		this.request = request;
		this.answer = new Answer(request, clock);
		this.observers = observers;
	}

	/**
	 * Records where the request leads.
	 * @param to the route
	 */
	void leads(Route to) {
		this.route = to;
		this.answer.add(to.headers());
	}

	HttpServerRequest request() {
		return this.request;
	}

	HttpServerResponse response() {
		return this.request.response();
	}

	Answer answer() {
		return this.answer;
	}

	/**
	 * Records that the fault is our own, so that nobody takes the answer for one that the
	 * client broke off.
	 */
	void failed() {
		this.failed = true;
	}

	/**
	 * Ends it, and tells the observers. Only the first call counts.
	 * @param sent bytes of the body that were sent
	 * @param complete whether all of it was
	 */
	void over(long sent, boolean complete) {
		if (!this.over.compareAndSet(false, true)) {
			return;
		}
		CacheStatus status = (!this.failed) ? this.answer.status() : null;
		DeliveryObserver.Delivery delivery = new DeliveryObserver.Delivery(this.route,
				(status != null) ? status.outcome() : null, (!this.failed) ? response().getStatusCode() : 500, sent,
				complete, Duration.ofNanos(System.nanoTime() - this.startedAt));
		this.observers.forEach((observer) -> observer.delivered(delivery));
	}

}
