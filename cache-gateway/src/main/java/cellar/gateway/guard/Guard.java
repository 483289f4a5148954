package cellar.gateway.guard;

import java.time.Clock;
import java.util.Objects;

/**
 * Stands before one origin. An open circuit refuses before there is a wait for a place,
 * so that nobody waits for an origin that does not answer.
 */
public final class Guard {

	private final Circuit circuit;

	private final Places places;

	/**
	 * Makes a guard.
	 * @param origin name of the origin
	 * @param limit how much is asked of it at a time, with nothing left open
	 * @param circuit when it is left alone
	 * @param clock tells for how long
	 */
	public Guard(String origin, LimitProperties limit, CircuitProperties circuit, Clock clock) {
		this.circuit = new Circuit(origin, circuit, clock);
		this.places = new Places(Objects.requireNonNull(limit.requests(), "requests"), limit.waiting(),
				limit.patience());
	}

	/**
	 * Asks to make a request. Blocks while there is no place.
	 * @return whether it may be made
	 */
	public Admission enter() {
		Circuit.Call call = this.circuit.begin();
		if (call == null) {
			return Admission.Refused.CIRCUIT_OPEN;
		}
		if (!this.places.take()) {
			call.withdraw();
			return Admission.Refused.NO_PLACE;
		}
		Admission.Admitted admitted = new Admission.Admitted(call, this.places);
		if (this.circuit.state() == CircuitState.OPEN) {
			// It has opened while this one waited.
			admitted.close();
			return Admission.Refused.CIRCUIT_OPEN;
		}
		return admitted;
	}

	public CircuitState state() {
		return this.circuit.state();
	}

	/**
	 * Returns how many requests run.
	 * @return how many places are taken
	 */
	public int running() {
		return this.places.taken();
	}

	public int waiting() {
		return this.places.waiting();
	}

}
