package cellar.provisioning.cloud;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import cellar.common.meter.TagValues;

/**
 * How long calls to one cloud take, by what they were for and what came of them. All of
 * it stands there before the first call, at zero.
 */
final class CallMeters {

	private static final String DONE = "done";

	private static final String FAILED = "failed";

	private final Map<CloudAction, Map<String, Timer>> timers = new EnumMap<>(CloudAction.class);

	private final MeterRegistry registry;

	CallMeters(String cloud, MeterRegistry registry) {
		this.registry = registry;
		for (CloudAction action : CloudAction.values()) {
			Map<String, Timer> ofAction = new HashMap<>();
			outcomes().forEach((outcome) -> ofAction.put(outcome, register(cloud, action, outcome, registry)));
			this.timers.put(action, ofAction);
		}
	}

	private static List<String> outcomes() {
		List<String> outcomes = new ArrayList<>(List.of(DONE, FAILED));
		for (CloudException.Kind kind : CloudException.Kind.values()) {
			outcomes.add(TagValues.of(kind));
		}
		return outcomes;
	}

	private static Timer register(String cloud, CloudAction action, String outcome, MeterRegistry registry) {
		return Timer.builder("cellar.cloud.calls")
			.description("Calls to clouds")
			.tag("cloud", cloud)
			.tag("action", TagValues.of(action))
			.tag("outcome", outcome)
			.register(registry);
	}

	/**
	 * Begins to measure a call.
	 * @param action what it is for
	 * @return the call
	 */
	Call begin(CloudAction action) {
		return new Call(Objects.requireNonNull(this.timers.get(action), "one for each action"),
				Timer.start(this.registry));
	}

	/**
	 * A call that is being measured.
	 *
	 * @param timers by what may come of it
	 * @param sample when it began
	 */
	record Call(Map<String, Timer> timers, Timer.Sample sample) {

		void done() {
			end(DONE);
		}

		void failed() {
			end(FAILED);
		}

		void failed(CloudException.Kind kind) {
			end(TagValues.of(kind));
		}

		private void end(String outcome) {
			this.sample.stop(Objects.requireNonNull(this.timers.get(outcome), "one for each outcome"));
		}

	}

}
