package cellar.catalog.library;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.description.GivenDescription;
import cellar.catalog.description.ImageDescription;
import cellar.catalog.description.Release;
import cellar.catalog.name.ImageNames;
import cellar.catalog.store.Buckets;

/**
 * Keeps images, one transaction for each change.
 */
@Service
@Transactional
public class ImageLibrary {

	private final Images images;

	private final ImageWriter writer;

	private final ImageNames names;

	private final Buckets buckets;

	private final Clock clock;

	ImageLibrary(Images images, ImageWriter writer, ImageNames names, Buckets buckets, Clock clock) {
		this.images = images;
		this.writer = writer;
		this.names = names;
		this.buckets = buckets;
		this.clock = clock;
	}

	/**
	 * Adds a draft.
	 * @param content what is known of it, already checked
	 * @param release when it was made; else now
	 * @param actor who adds it
	 * @return the draft
	 */
	public ImageDetails add(GivenDescription content, @Nullable Release release, String actor) {
		Instant now = this.clock.instant();
		Release made = (release != null) ? release : Release.at(now.truncatedTo(ChronoUnit.SECONDS));
		String name = content.name();
		if (name == null) {
			name = this.names.choose(content.os(), content.architecture(), made.date());
		}
		else {
			this.names.claim(name);
		}
		return this.writer.add(new Image(ImageDescription.of(content, name, made.date()), made, actor, now), actor);
	}

	/**
	 * Returns an image that may get an artifact.
	 * @param id the image
	 * @return the draft
	 */
	@Transactional(readOnly = true)
	public ImageDetails draft(UUID id) {
		return details(draft(this.images.findById(id).orElseThrow(() -> new ImageNotFoundException(id))));
	}

	/**
	 * Gives a draft its artifact, unless it has changed in the meantime.
	 * @param before the draft as it was when the upload began
	 * @param artifact what has arrived
	 * @param actor who sent it
	 * @return the draft
	 */
	public ImageDetails attach(ImageDetails before, Artifact artifact, String actor) {
		Image image = draft(locked(before.id()));
		if (!details(image).hasSameFile(before)) {
			throw new ImageConflictException(ImageConflictException.Reason.ARTIFACT_CHANGED,
					"Another upload for this image was complete first; look at the image before you repeat yours");
		}
		AuditedImage replaced = AuditedImage.of(image);
		image.attach(artifact, this.clock.instant());
		return this.writer.write(image, replaced, "attach", actor);
	}

	/**
	 * Changes what is said of an image. What readers see changes with the next
	 * publication.
	 * @param id the image
	 * @param expected accepts the revisions that the change is meant for
	 * @param change makes the wanted description of what there is
	 * @param actor who changes it
	 * @return the image
	 * @throws ImageChangedException if the image has another revision
	 * @throws ImageConflictException if that cannot be said of the image any more
	 */
	public ImageDetails change(UUID id, LongPredicate expected, UnaryOperator<GivenDescription> change, String actor) {
		Image image = locked(id);
		if (!expected.test(image.rowVersion())) {
			throw new ImageChangedException(id, image.rowVersion());
		}
		ImageDescription before = image.about();
		GivenDescription wanted = change.apply(before.asGiven());
		if (image.state() != ImageState.DRAFT) {
			checkKind(image, wanted);
		}
		String name = (wanted.name() != null) ? wanted.name() : before.name();
		if (!name.equals(before.name())) {
			rename(image, name);
		}
		AuditedImage replaced = AuditedImage.of(image);
		image.describe(ImageDescription.of(wanted, name, image.release().date()), this.clock.instant());
		return this.writer.write(image, replaced, "change", actor);
	}

	/**
	 * Returns an image that nobody else changes until the transaction ends.
	 * @param id the image
	 * @return the image
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public ImageDetails lock(UUID id) {
		return details(locked(id));
	}

	/**
	 * Leads an image on to another state.
	 * @param id the image, in a state that leads there
	 * @param step the step that leads there
	 * @return the image in that state
	 */
	public ImageDetails changeState(UUID id, Step step) {
		Image image = locked(id);
		if (step.target().isOffered() && !image.state().isOffered()) {
			checkOffer(image);
		}
		AuditedImage replaced = AuditedImage.of(image);
		image.changeState(step.target(), step.successor(), this.clock.instant());
		return this.writer.write(image, replaced, step.name(), step.actor());
	}

	/**
	 * Deletes a draft.
	 * @param id the draft
	 * @param actor who deletes it
	 */
	public void delete(UUID id, String actor) {
		this.writer.delete(draft(locked(id)), actor);
	}

	private static void checkKind(Image image, GivenDescription wanted) {
		if (image.state() == ImageState.WITHDRAWN) {
			throw new ImageConflictException(ImageConflictException.Reason.WITHDRAWN,
					"The image was withdrawn; nothing is said of it any more");
		}
		ImageDescription before = image.about();
		if (!wanted.os().equals(before.os()) || wanted.architecture() != before.architecture()
				|| !Objects.requireNonNullElse(wanted.virtualizationType(), before.virtualizationType())
					.equals(before.virtualizationType())) {
			throw new ImageConflictException(ImageConflictException.Reason.NOT_A_DRAFT,
					"'os', 'architecture' and 'virtualizationType' tell what the artifact is; create another image instead");
		}
	}

	private void checkOffer(Image image) {
		if (image.artifact() == null) {
			throw new ArtifactMissingException(image.getId());
		}
		this.names.checkOffer(image.name());
	}

	private void rename(Image image, String name) {
		if (image.artifact() != null) {
			throw new ImageConflictException(ImageConflictException.Reason.NAME_FIXED,
					"The name is part of the address of the artifact; create another image instead");
		}
		if (!name.equalsIgnoreCase(image.name())) {
			this.names.claim(name);
		}
	}

	private Image locked(UUID id) {
		return this.images.lockById(id).orElseThrow(() -> new ImageNotFoundException(id));
	}

	private static Image draft(Image image) {
		if (image.state() != ImageState.DRAFT) {
			throw new ImageConflictException(ImageConflictException.Reason.NOT_A_DRAFT,
					"The image is %s; only drafts can be changed or deleted".formatted(image.state()));
		}
		return image;
	}

	private ImageDetails details(Image image) {
		return ImageDetails.of(image, this.buckets.images());
	}

	/**
	 * A step in an image's life.
	 *
	 * @param name one word for it
	 * @param target the state that it leads to
	 * @param successor the readable name of the image to take instead, if there is one
	 * @param actor who takes it
	 */
	public record Step(String name, ImageState target, @Nullable String successor, String actor) {

	}

}
