package cellar.catalog.artifact;

import java.util.Locale;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import cellar.catalog.library.ImageDetails;
import cellar.catalog.upload.UploadGivenUpException;

/**
 * Counts uploads by what became of them, and the bytes of those that were kept.
 */
@Component
class UploadMetrics {

	private final MeterRegistry registry;

	UploadMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	ImageDetails count(Supplier<ImageDetails> upload) {
		String outcome = "failed";
		try {
			ImageDetails image = upload.get();
			outcome = "kept";
			if (image.artifact() != null) {
				this.registry.counter("cellar.catalog.upload.bytes").increment(image.artifact().size());
			}
			return image;
		}
		catch (UploadRefusedException ex) {
			outcome = ex.reason().name().toLowerCase(Locale.ROOT);
			throw ex;
		}
		catch (UploadGivenUpException ex) {
			outcome = "given_up";
			throw ex;
		}
		finally {
			this.registry.counter("cellar.catalog.uploads", "outcome", outcome).increment();
		}
	}

}
