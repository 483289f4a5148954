package cellar.catalog.artifact;

import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import cellar.catalog.library.ImageDetails;
import cellar.catalog.upload.UploadGivenUpException;
import cellar.common.meter.TagValues;

/**
 * Counts uploads by what became of them, and the bytes of those that were kept.
 */
@Component
public class UploadMetrics {

	private static final String KEPT = "kept";

	private static final String FAILED = "failed";

	private static final String GIVEN_UP = "given_up";

	private final MeterProvider<Counter> uploads;

	private final Counter bytes;

	UploadMetrics(MeterRegistry registry) {
		this.uploads = Counter.builder("cellar.catalog.uploads")
			.description("Uploads of files, by what became of them")
			.withRegistry(registry);
		uploads(KEPT);
		uploads(FAILED);
		uploads(GIVEN_UP);
		for (UploadRefusedException.Reason reason : UploadRefusedException.Reason.values()) {
			uploads(TagValues.of(reason));
		}
		this.bytes = Counter.builder("cellar.catalog.upload.bytes")
			.description("Bytes of files that were kept")
			.baseUnit("bytes")
			.register(registry);
	}

	private Counter uploads(String outcome) {
		return this.uploads.withTag("outcome", outcome);
	}

	/**
	 * Counts the end of an upload.
	 * @param upload runs it
	 * @return the image that has the file
	 */
	public ImageDetails count(Supplier<ImageDetails> upload) {
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
			uploads(outcome).increment();
		}
	}

}
