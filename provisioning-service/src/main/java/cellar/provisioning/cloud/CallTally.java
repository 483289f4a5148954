package cellar.provisioning.cloud;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import cellar.common.meter.TagValues;

/**
 * How long calls to one cloud take, by what they were for and what came of them. All of
 * it stands there before the first call, at zero.
 */
final class CallTally {

	private static final String DONE = "done";

	private static final String FAILED = "failed";

	private final MeterProvider<Timer> timers;

	private final MeterRegistry registry;

	CallTally(String cloud, MeterRegistry registry) {
		this.registry = registry;
		this.timers = Timer.builder("cellar.cloud.calls")
			.description("Calls to clouds")
			.tag("cloud", cloud)
			.withRegistry(registry);
		for (CloudAction action : CloudAction.values()) {
			outcomes().forEach((outcome) -> timer(action, outcome));
		}
	}

	private static List<String> outcomes() {
		List<String> outcomes = new ArrayList<>(List.of(DONE, FAILED));
		for (CloudException.Kind kind : CloudException.Kind.values()) {
			outcomes.add(TagValues.of(kind));
		}
		return outcomes;
	}

	private Timer timer(CloudAction action, String outcome) {
		return this.timers.withTags("action", TagValues.of(action), "outcome", outcome);
	}

	/**
	 * Begins to measure a call.
	 * @param action what it is for
	 * @return the call
	 */
	Call begin(CloudAction action) {
		return new Call(action, Timer.start(this.registry));
	}

	/**
	 * A call that is being measured.
	 */
	final class Call {

		private final CloudAction action;

		private final Timer.Sample sample;

		private Call(CloudAction action, Timer.Sample sample) {
			this.action = action;
			this.sample = sample;
		}

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
			this.sample.stop(timer(this.action, outcome));
		}

	}

}
