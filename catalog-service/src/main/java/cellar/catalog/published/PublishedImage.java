package cellar.catalog.published;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;

import cellar.catalog.description.Release;
import cellar.catalog.library.Artifact;
import cellar.catalog.library.ArtifactDetails;
import cellar.catalog.library.ImageDetails;
import cellar.catalog.library.ImageRow;
import cellar.catalog.library.ImageState;
import cellar.catalog.snapshot.SnapshotImage;

/**
 * An image as the live publication has it.
 */
@Entity
class PublishedImage extends ImageRow {

	private String url;

	private long since;

	@SuppressWarnings("NullAway.Init") // JPA
	protected PublishedImage() {
	}

	PublishedImage(SnapshotImage image, long serial, Instant createdAt, Instant now) {
		super(image.id(), image.about(), ImageState.valueOf(image.state()),
				new Release(image.releasedAt(), image.stamp(), null), createdAt);
		this.url = image.url();
		show(image, serial, now);
	}

	/**
	 * Shows the image as another publication has it.
	 * @param image the image there
	 * @param serial that publication
	 * @param now when it went live
	 */
	final void show(SnapshotImage image, long serial, Instant now) {
		update(image.about(), ImageState.valueOf(image.state()), image.life(), artifact(image), now);
		this.url = image.url();
		this.since = serial;
	}

	ImageDetails details() {
		Artifact artifact = artifact();
		return new ImageDetails(getId(), about(), state(), life(),
				(artifact != null) ? new ArtifactDetails(artifact.key(), this.url, artifact.size(), artifact.sha256(),
						artifact.md5(), artifact.eustoreName()) : null,
				new Release(releasedAt(), stamp(), null), createdAt(), updatedAt(), this.since);
	}

	private static Artifact artifact(SnapshotImage image) {
		// The key of every artifact names the upload that brought it.
		return new Artifact(UUID.fromString(image.key().split("/")[1]), image.key(), image.size(), image.sha256(),
				image.md5());
	}

}
