package cellar.gateway.meter;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReferenceArray;

import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Measures those answers of a route that ended alike, by their status.
 */
final class AnswerTimers {

	/** Stands for all above it, too: an origin may call any number a status. */
	private static final int HIGHEST_STATUS = 999;

	private final AtomicReferenceArray<@Nullable Timer> timers = new AtomicReferenceArray<>(HIGHEST_STATUS + 1);

	private final MeterProvider<Timer> provider;

	AnswerTimers(String route, boolean complete, boolean failed, MeterRegistry registry) {
		this.provider = Timer.builder("cellar.delivery.requests")
			.description("Answers on the data port; those failed that no origin could be had for, or that we failed")
			.tag("route", route)
			.tag("complete", Boolean.toString(complete))
			.tag("failed", Boolean.toString(failed))
			.withRegistry(registry);
	}

	/**
	 * Puts statuses at zero that are to be expected.
	 * @param statuses the statuses
	 * @return this
	 */
	AnswerTimers expecting(int... statuses) {
		for (int status : statuses) {
			of(status);
		}
		return this;
	}

	void record(int status, Duration duration) {
		of(Math.min(status, HIGHEST_STATUS)).record(duration);
	}

	private Timer of(int status) {
		Timer known = this.timers.get(status);
		return (known != null) ? known : register(status);
	}

	private Timer register(int status) {
		Timer timer = this.provider.withTag("status", Integer.toString(status));
		this.timers.set(status, timer);
		return timer;
	}

}
