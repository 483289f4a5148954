package cellar.catalog.library;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.store.Buckets;

/**
 * Content that images have in common. Whoever gives content to an image or takes it away
 * keeps collectors off first, then locks the content, then images, then whatever else
 * names it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SharedContent {

	private static final int BEGINNING = 8;

	private static final int HEX = 16;

	private final Images images;

	private final ImageWriter writer;

	private final Buckets buckets;

	private final Clock clock;

	SharedContent(Images images, ImageWriter writer, Buckets buckets, Clock clock) {
		this.images = images;
		this.writer = writer;
		this.buckets = buckets;
		this.clock = clock;
	}

	/**
	 * Lets nobody else give some content to images, or take it away, until the
	 * transaction ends.
	 * @param sha256 of the content
	 */
	public void lock(String sha256) {
		this.images.lockCollection();
		this.images.lockContent(Integer.parseUnsignedInt(sha256, 0, BEGINNING, HEX));
	}

	/**
	 * Locks the content of an image, and all images that have it.
	 * @param imageId the image
	 * @return the images, itself included; none if it has no content
	 */
	public List<ImageDetails> lockAlike(UUID imageId) {
		return this.images.findSha256(imageId).map(this::lockAll).orElse(List.of());
	}

	private List<ImageDetails> lockAll(String sha256) {
		lock(sha256);
		return this.images.lockByContent(sha256)
			.stream()
			.map((image) -> ImageDetails.of(image, this.buckets.images()))
			.toList();
	}

	/**
	 * Tells whether content was taken back: images that have it were withdrawn, and there
	 * is no other that has it.
	 * @param sha256 of the content
	 * @return the names of the withdrawn images, or none if it was not taken back
	 */
	public List<String> withdrawn(String sha256) {
		return this.images.hasContentInOtherState(sha256, ImageState.WITHDRAWN) ? List.of()
				: this.images.findNamesByContent(sha256, ImageState.WITHDRAWN);
	}

	/**
	 * Takes its content from a draft.
	 * @param imageId the draft, already locked
	 * @param actor who takes it back
	 */
	public void takeFromDraft(UUID imageId, String actor) {
		Image draft = this.images.lockById(imageId).orElseThrow(() -> new ImageNotFoundException(imageId));
		AuditedImage before = AuditedImage.of(draft);
		draft.attach(null, this.clock.instant());
		this.writer.write(draft, before, "detach", actor);
	}

}
