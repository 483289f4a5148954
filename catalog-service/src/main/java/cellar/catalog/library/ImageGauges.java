package cellar.catalog.library;

import java.time.Clock;
import java.util.Map;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

import cellar.common.meter.SharedQuery;
import cellar.common.meter.TagValues;

/**
 * Shows how many images there are, as metrics.
 */
@Component
class ImageGauges implements MeterBinder {

	private final SharedQuery<Map<ImageState, Long>> images;

	ImageGauges(ImageIndex index, Clock clock) {
		this.images = new SharedQuery<>(index::countByState, clock);
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (ImageState state : ImageState.values()) {
			Gauge.builder("cellar.catalog.images", this.images, (of) -> of.value((now) -> now.getOrDefault(state, 0L)))
				.description("Images in a state")
				.tag("state", TagValues.of(state))
				.register(registry);
		}
	}

}
