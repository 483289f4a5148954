package cellar.catalog.artifact;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import cellar.catalog.library.ImageDetails;
import cellar.catalog.upload.UploadGivenUpException;
import cellar.common.meter.TagValues;

/**
 * Counts uploads by what became of them, and the bytes of those that were kept.
 */
@Component
class UploadMetrics {

	private static final String KEPT = "kept";

	private static final String FAILED = "failed";

	private static final String GIVEN_UP = "given_up";

	private final Map<String, Counter> outcomes = new HashMap<>();

	private final Counter bytes;

	UploadMetrics(MeterRegistry registry) {
		register(KEPT, registry);
		register(FAILED, registry);
		register(GIVEN_UP, registry);
		for (UploadRefusedException.Reason reason : UploadRefusedException.Reason.values()) {
			register(TagValues.of(reason), registry);
		}
		this.bytes = Counter.builder("cellar.catalog.upload.bytes")
			.description("Bytes of files that were kept")
			.baseUnit("bytes")
			.register(registry);
	}

	private void register(String outcome, MeterRegistry registry) {
		this.outcomes.put(outcome,
				Counter.builder("cellar.catalog.uploads")
					.description("Uploads of files, by what became of them")
					.tag("outcome", outcome)
					.register(registry));
	}

	ImageDetails count(Supplier<ImageDetails> upload) {
		String outcome = FAILED;
		try {
			ImageDetails image = upload.get();
			outcome = KEPT;
			if (image.artifact() != null) {
				this.bytes.increment(image.artifact().size());
			}
			return image;
		}
		catch (UploadRefusedException ex) {
			outcome = TagValues.of(ex.reason());
			throw ex;
		}
		catch (UploadGivenUpException ex) {
			outcome = GIVEN_UP;
			throw ex;
		}
		finally {
			Objects.requireNonNull(this.outcomes.get(outcome), "one for each outcome").increment();
		}
	}

}
