package cellar.simulation.control;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import cellar.simulation.fault.Fault;
import cellar.simulation.fault.FaultOrder;

/**
 * A fault as it is ordered over HTTP.
 *
 * @param action the name of an action, or {@code *} for every one
 * @param kind {@code latency}, {@code error}, {@code throttle},
 * {@code lost-reply-before-effect} or {@code lost-reply-after-effect}
 * @param times how many calls it hits, 1 if not given
 * @param after how many calls pass unharmed first, 0 if not given
 * @param delay of a latency, in ISO 8601 ({@code PT0.5S})
 * @param code of an error
 * @param status of an error, 400 to 599
 * @param message of an error
 */
record FaultDocument(@Nullable String action, @Nullable String kind, @Nullable Integer times, @Nullable Integer after,
		@Nullable Duration delay, @Nullable String code, @Nullable Integer status, @Nullable String message) {

	private static final Duration MAX_DELAY = Duration.ofMinutes(10);

	static FaultDocument of(FaultOrder order) {
		return switch (order.fault()) {
			case Fault.Latency(Duration delay) ->
				new FaultDocument(order.action(), "latency", order.times(), order.after(), delay, null, null, null);
			case Fault.Refusal refusal when refusal.equals(Fault.Refusal.throttle()) ->
				new FaultDocument(order.action(), "throttle", order.times(), order.after(), null, null, null, null);
			case Fault.Refusal(int status, String code, String message) ->
				new FaultDocument(order.action(), "error", order.times(), order.after(), null, code, status, message);
			case Fault.LostReply(boolean afterEffect) -> new FaultDocument(order.action(),
					(afterEffect) ? "lost-reply-after-effect" : "lost-reply-before-effect", order.times(),
					order.after(), null, null, null, null);
		};
	}

	FaultOrder toOrder() {
		return new FaultOrder(given("action", this.action), fault(), (this.after != null) ? this.after : 0,
				(this.times != null) ? this.times : 1);
	}

	private Fault fault() {
		String name = given("kind", this.kind);
		if (!name.equals("latency") && this.delay != null) {
			throw new BadInputException("'delay' belongs to kind 'latency' only");
		}
		if (!name.equals("error") && (this.code != null || this.status != null || this.message != null)) {
			throw new BadInputException("'code', 'status' and 'message' belong to kind 'error' only");
		}
		return switch (name) {
			case "latency" -> new Fault.Latency(checkedDelay());
			case "error" -> new Fault.Refusal(checkedStatus(), given("code", this.code),
					(this.message != null) ? this.message : "Ordered through the control API");
			case "throttle" -> Fault.Refusal.throttle();
			case "lost-reply-before-effect" -> new Fault.LostReply(false);
			case "lost-reply-after-effect" -> new Fault.LostReply(true);
			default -> throw new BadInputException("'kind' must be latency, error, throttle, lost-reply-before-effect"
					+ " or lost-reply-after-effect");
		};
	}

	private Duration checkedDelay() {
		Duration value = given("delay", this.delay);
		if (value.isNegative() || value.compareTo(MAX_DELAY) > 0) {
			throw new BadInputException("'delay' must be 0 to " + MAX_DELAY);
		}
		return value;
	}

	private int checkedStatus() {
		int value = (this.status != null) ? this.status : 400;
		if (value < 400 || value > 599) {
			throw new BadInputException("'status' must be 400 to 599");
		}
		return value;
	}

	private static <T> T given(String name, @Nullable T value) {
		if (value == null || value.toString().isBlank()) {
			throw new BadInputException("'" + name + "' must be given");
		}
		return value;
	}

}
