package cellar.catalog.library;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import cellar.catalog.description.ImageDescription;
import cellar.catalog.description.Origin;
import cellar.catalog.description.Release;
import cellar.catalog.entity.AssignedEntity;

/**
 * An image as the catalog knows it.
 */
@Entity
class Image extends AssignedEntity<UUID> {

	@Id
	private UUID id;

	@Embedded
	private ImageDescription about;

	@Enumerated(EnumType.STRING)
	private ImageState state = ImageState.DRAFT;

	private Instant releasedAt;

	private String stamp;

	@Embedded
	private @Nullable Life life;

	@Embedded
	private @Nullable Artifact artifact;

	@Embedded
	private @Nullable Origin origin;

	private Instant createdAt;

	private Instant updatedAt;

	private String createdBy;

	@Version
	private long rowVersion;

	@SuppressWarnings("NullAway.Init") // JPA
	protected Image() {
	}

	Image(ImageDescription about, Release release, String actor, Instant now) {
		this.id = UUID.randomUUID();
		this.about = about;
		this.releasedAt = release.date();
		this.stamp = release.stamp();
		this.origin = release.origin();
		this.createdAt = now;
		this.createdBy = actor;
		this.updatedAt = now;
	}

	void describe(ImageDescription wanted, Instant now) {
		this.about = wanted;
		this.updatedAt = now;
	}

	void attach(Artifact arrived, Instant now) {
		this.artifact = arrived;
		this.updatedAt = now;
	}

	void changeState(ImageState next, @Nullable String successor, Instant now) {
		if (!this.state.leadsTo(next)) {
			throw new IllegalStateException(this.state + " does not lead to " + next);
		}
		this.state = next;
		this.life = life().after(next, successor, now);
		this.updatedAt = now;
	}

	Life life() {
		// All columns empty are no object.
		return (this.life != null) ? this.life : Life.UNTOUCHED;
	}

	ImageDescription about() {
		return this.about;
	}

	Release release() {
		return new Release(this.releasedAt, this.stamp, this.origin);
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	String name() {
		return this.about.name();
	}

	ImageState state() {
		return this.state;
	}

	@Nullable Artifact artifact() {
		return this.artifact;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	Instant updatedAt() {
		return this.updatedAt;
	}

	long rowVersion() {
		return this.rowVersion;
	}

}
