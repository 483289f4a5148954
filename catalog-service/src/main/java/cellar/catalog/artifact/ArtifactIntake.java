package cellar.catalog.artifact;

import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cellar.catalog.library.ImageConflictException;
import cellar.catalog.library.ImageDetails;
import cellar.catalog.library.ImageLibrary;
import cellar.catalog.library.ImageNotFoundException;
import cellar.catalog.store.StoreException;
import cellar.catalog.upload.UploadGivenUpException;

/**
 * Takes in files that the service itself fetches, as it takes those that people send.
 */
@Component
public class ArtifactIntake {

	private final ArtifactReceiver receiver;

	private final UploadMetrics metrics;

	private final ImageLibrary library;

	private final ArtifactProperties properties;

	ArtifactIntake(ArtifactReceiver receiver, UploadMetrics metrics, ImageLibrary library,
			ArtifactProperties properties) {
		this.receiver = receiver;
		this.metrics = metrics;
		this.library = library;
		this.properties = properties;
	}

	/**
	 * Tells why an image needs no file.
	 * @param imageId the image
	 * @return the reason, or nothing if it is a draft without one
	 */
	public Optional<String> objection(UUID imageId) {
		try {
			return (this.library.draft(imageId).artifact() != null) ? Optional.of("The image has an artifact already")
					: Optional.empty();
		}
		catch (ImageConflictException | ImageNotFoundException ex) {
			return Optional.of(String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Takes a file in. Exceptions that its body throws pass through, and nothing of it
	 * stays.
	 * @param offer the file
	 * @return what became of it
	 */
	public Outcome take(Offer offer) {
		if (offer.size() < 1 || offer.size() > this.properties.maxSize().toBytes()) {
			return new Refused("The file has %d bytes; 1 to %d are taken".formatted(offer.size(),
					this.properties.maxSize().toBytes()), false);
		}
		try {
			ImageDetails image = this.metrics.count(() -> this.receiver.receive(offer.uploadId(), offer.incoming()));
			return new Kept(image.id(), offer.size());
		}
		catch (UploadRefusedException ex) {
			boolean passing = ex.reason() == UploadRefusedException.Reason.BUSY
					|| ex.reason() == UploadRefusedException.Reason.TRUNCATED;
			return new Refused(String.valueOf(ex.getMessage()), passing);
		}
		catch (StoreException | UploadGivenUpException ex) {
			return new Refused("It could not be kept; the log of the service has the reason", true);
		}
		catch (ImageConflictException | ImageNotFoundException ex) {
			return new Unwanted(String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * A file that the service fetches.
	 *
	 * @param uploadId what its upload is called, used once
	 * @param imageId the draft that it is for
	 * @param fileName its own name; none means one that follows from the image
	 * @param size bytes
	 * @param expected what it is said to be
	 * @param body opens it
	 * @param actor who wants it
	 */
	public record Offer(UUID uploadId, UUID imageId, @Nullable String fileName, long size, ExpectedContent expected,
			Supplier<InputStream> body, String actor) {

		private IncomingFile incoming() {
			return new IncomingFile(this.imageId, this.fileName, this.size, this.expected, this.body::get, this.actor);
		}

	}

	/**
	 * What became of a file.
	 */
	public sealed interface Outcome {

	}

	/**
	 * It is the artifact of its image.
	 *
	 * @param imageId the image
	 * @param size bytes
	 */
	public record Kept(UUID imageId, long size) implements Outcome {

	}

	/**
	 * Its image needs none.
	 *
	 * @param reason why
	 */
	public record Unwanted(String reason) implements Outcome {

	}

	/**
	 * It was not taken.
	 *
	 * @param reason why
	 * @param passing whether another try may help
	 */
	public record Refused(String reason, boolean passing) implements Outcome {

	}

}
