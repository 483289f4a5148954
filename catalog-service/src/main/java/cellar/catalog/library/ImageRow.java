package cellar.catalog.library;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

import cellar.catalog.description.ImageDescription;
import cellar.catalog.description.Release;
import cellar.catalog.entity.AssignedEntity;

/**
 * What there is to say of an image, whoever says it: lists are filtered and sorted by
 * these attributes.
 */
@MappedSuperclass
public abstract class ImageRow extends AssignedEntity<UUID> {

	@Id
	private UUID id;

	@Embedded
	private ImageDescription about;

	@Enumerated(EnumType.STRING)
	private ImageState state;

	private Instant releasedAt;

	private String stamp;

	@Embedded
	private @Nullable Life life;

	@Embedded
	private @Nullable Artifact artifact;

	/** For conditions only: the database makes it of the fields above. */
	@Column(columnDefinition = "tsvector", insertable = false, updatable = false)
	private @Nullable String search;

	private Instant createdAt;

	private Instant updatedAt;

	/**
	 * For JPA.
	 */
	@SuppressWarnings("NullAway.Init") // JPA
	protected ImageRow() {
	}

	/**
	 * Creates a row.
	 * @param id the image
	 * @param about what is said of it
	 * @param state where it stands in its life
	 * @param release when it was made
	 * @param createdAt when it was added here
	 */
	protected ImageRow(UUID id, ImageDescription about, ImageState state, Release release, Instant createdAt) {
		this.id = id;
		this.about = about;
		this.state = state;
		this.releasedAt = release.date();
		this.stamp = release.stamp();
		this.createdAt = createdAt;
		this.updatedAt = createdAt;
	}

	/**
	 * Replaces what may change of an image.
	 * @param described what is said of it
	 * @param reached where it stands in its life
	 * @param lived what happened to it
	 * @param file its file, once that is there
	 * @param now when that became so
	 */
	protected void update(ImageDescription described, ImageState reached, Life lived, @Nullable Artifact file,
			Instant now) {
		this.about = described;
		this.state = reached;
		this.life = lived;
		this.artifact = file;
		this.updatedAt = now;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	protected ImageDescription about() {
		return this.about;
	}

	protected ImageState state() {
		return this.state;
	}

	protected Life life() {
		// All columns empty are no object.
		return (this.life != null) ? this.life : Life.UNTOUCHED;
	}

	protected @Nullable Artifact artifact() {
		return this.artifact;
	}

	protected Instant releasedAt() {
		return this.releasedAt;
	}

	protected String stamp() {
		return this.stamp;
	}

	protected Instant createdAt() {
		return this.createdAt;
	}

	protected Instant updatedAt() {
		return this.updatedAt;
	}

}
