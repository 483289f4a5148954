package cellar.gateway.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import cellar.gateway.connection.Timeouts;
import cellar.gateway.guard.CircuitProperties;
import cellar.gateway.guard.Guard;
import cellar.gateway.guard.LimitProperties;

/**
 * Transports of tests.
 */
public final class Transports {

	private static final Duration LONG = Duration.ofMinutes(5);

	private Transports() {
	}

	/**
	 * Returns one whose time limits are longer than any test.
	 * @return the transport, to be closed
	 */
	public static Transport patient() {
		return with(new Timeouts(LONG, LONG, LONG));
	}

	static Transport with(Timeouts timeouts) {
		return with(timeouts, new LimitProperties(10, 0, Duration.ZERO));
	}

	static Transport with(Timeouts timeouts, LimitProperties limit) {
		Guard guard = new Guard("a", limit, new CircuitProperties(4, 4, 1, Duration.ofHours(1), 1), Clock.systemUTC());
		return new Transport("a", timeouts, guard, List.of());
	}

}
