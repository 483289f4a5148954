package cellar.gateway.delivery;

import java.time.Clock;
import java.util.List;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cellar.gateway.answer.PreparedHeads;
import cellar.gateway.cache.Cache;
import cellar.gateway.client.ClientConnection;
import cellar.gateway.lookup.Reply;
import cellar.gateway.request.Interpreter;
import cellar.gateway.request.Meaning;
import cellar.gateway.sending.Strides;

/**
 * Answers at once, on the event loop, what needs no waiting, and gives all else a virtual
 * thread of its own.
 */
@Component
public class RequestHandler implements Handler<HttpServerRequest> {

	private static final Logger logger = LoggerFactory.getLogger(RequestHandler.class);

	private final Interpreter interpreter;

	private final Cache cache;

	private final PreparedHeads heads;

	private final Strides strides;

	private final List<DeliveryObserver> observers;

	private final Clock clock;

	RequestHandler(Interpreter interpreter, Cache cache, PreparedHeads heads, Strides strides,
			ObjectProvider<DeliveryObserver> observers, Clock clock) {
		this.interpreter = interpreter;
		this.cache = cache;
		this.heads = heads;
		this.strides = strides;
		this.observers = observers.orderedStream().toList();
		this.clock = clock;
	}

	@Override
	public void handle(HttpServerRequest request) {
		Exchange exchange = new Exchange(request, this.observers, this.clock);
		try {
			answer(exchange, this.interpreter.read(request));
		}
		// A lack of memory too must not leave the client waiting.
		catch (RuntimeException | Error ex) {
			logger.atError().setCause(ex).log("Request failed unexpectedly");
			ClientConnection.breakOff(request);
			exchange.failed();
			exchange.over(0, false);
		}
	}

	private void answer(Exchange exchange, Meaning meaning) {
		Reply hit = null;
		if (meaning instanceof Meaning.Wanted wanted) {
			exchange.leads(wanted.route());
			hit = this.cache.hit(wanted.lookup());
		}
		try {
			if (hit == null || !new PromptDelivery(exchange, hit, this.heads, this.strides).attempt()) {
				Thread.ofVirtual()
					.name("delivery")
					.start(new PatientDelivery(exchange, meaning, hit, this.cache, this.strides));
			}
		}
		catch (RuntimeException | Error ex) {
			if (hit != null) {
				hit.body().close();
			}
			throw ex;
		}
	}

}
