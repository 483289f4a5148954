package cellar.catalog.library;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import cellar.catalog.description.ImageDescription;
import cellar.catalog.description.Origin;
import cellar.catalog.description.Release;

/**
 * An image as the catalog knows it.
 */
@Entity
class Image extends ImageRow {

	@Embedded
	private @Nullable Origin origin;

	private String createdBy;

	@Version
	private long rowVersion;

	@SuppressWarnings("NullAway.Init") // JPA
	protected Image() {
	}

	Image(ImageDescription about, Release release, String actor, Instant now) {
		super(UUID.randomUUID(), about, ImageState.DRAFT, release, now);
		this.origin = release.origin();
		this.createdBy = actor;
	}

	void describe(ImageDescription wanted, Instant now) {
		update(wanted, state(), life(), artifact(), now);
	}

	void attach(@Nullable Artifact arrived, Instant now) {
		update(about(), state(), life(), arrived, now);
	}

	void changeState(ImageState next, @Nullable String successor, Instant now) {
		if (!state().leadsTo(next)) {
			throw new IllegalStateException(state() + " does not lead to " + next);
		}
		update(about(), next, life().after(next, successor, now), artifact(), now);
	}

	Release release() {
		return new Release(releasedAt(), stamp(), this.origin);
	}

	String name() {
		return about().name();
	}

	long rowVersion() {
		return this.rowVersion;
	}

}
