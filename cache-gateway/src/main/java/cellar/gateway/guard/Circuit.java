package cellar.gateway.guard;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides from how requests went whether more of them make sense.
 */
final class Circuit {

	private static final Logger logger = LoggerFactory.getLogger(Circuit.class);

	private final CircuitBreaker breaker;

	/**
	 * Makes a circuit that is closed.
	 * @param origin whose it is
	 * @param properties when it opens
	 * @param clock tells when to close it again
	 */
	Circuit(String origin, CircuitProperties properties, Clock clock) {
		this.breaker = CircuitBreaker.of(origin,
				CircuitBreakerConfig.custom()
					.slidingWindow(properties.calls(), properties.minimumCalls(),
							CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
					.failureRateThreshold((float) (properties.failureShare() * 100))
					.waitDurationInOpenState(properties.openFor())
					.permittedNumberOfCallsInHalfOpenState(properties.probes())
					.recordResult(Boolean.FALSE::equals)
					.writableStackTraceEnabled(false)
					.clock(clock)
					.build());
		this.breaker.getEventPublisher().onStateTransition(Circuit::log);
	}

	private static void log(CircuitBreakerOnStateTransitionEvent event) {
		logger.atWarn()
			.addKeyValue("origin", event.getCircuitBreakerName())
			.addKeyValue("state", event.getStateTransition().getToState())
			.log("Circuit changed");
	}

	/**
	 * Begins a request.
	 * @return the request, of which the circuit has to hear again, or {@code null} if it
	 * must not be made
	 */
	@Nullable Call begin() {
		return this.breaker.tryAcquirePermission() ? new Call(this.breaker.getState()) : null;
	}

	CircuitState state() {
		return switch (this.breaker.getState()) {
			case OPEN, FORCED_OPEN -> CircuitState.OPEN;
			case HALF_OPEN -> CircuitState.HALF_OPEN;
			case CLOSED, DISABLED, METRICS_ONLY -> CircuitState.CLOSED;
		};
	}

	/**
	 * A request that was let through. Either of its methods is to be called, once.
	 */
	final class Call {

		private final CircuitBreaker.State before;

		private Call(CircuitBreaker.State before) {
			this.before = before;
		}

		/**
		 * Reports how it went. That of one from before the circuit last changed is no
		 * news.
		 * @param well whether the origin is well as far as can be seen
		 */
		void went(boolean well) {
			if (isCurrent()) {
				Circuit.this.breaker.onResult(0, TimeUnit.NANOSECONDS, well);
			}
		}

		/** Reports that it was not made after all. */
		void withdraw() {
			if (isCurrent()) {
				Circuit.this.breaker.releasePermission();
			}
		}

		private boolean isCurrent() {
			return Circuit.this.breaker.getState() == this.before;
		}

	}

}
