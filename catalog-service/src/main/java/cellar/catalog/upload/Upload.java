package cellar.catalog.upload;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

import cellar.catalog.entity.AssignedEntity;

/**
 * A file on its way, known before its first byte leaves.
 */
@Entity
class Upload extends AssignedEntity<UUID> {

	@Id
	private UUID id;

	private UUID imageId;

	private String objectKey;

	private @Nullable String multipartId;

	@Enumerated(EnumType.STRING)
	private UploadState state = UploadState.RUNNING;

	private String actor;

	private Instant startedAt;

	private Instant touchedAt;

	private boolean resumable;

	@Column(insertable = false, updatable = false)
	private @Nullable UUID keptAs;

	@SuppressWarnings("NullAway.Init") // JPA
	protected Upload() {
	}

	Upload(UUID id, UUID imageId, String objectKey, String actor, boolean resumable, Instant now) {
		this.id = id;
		this.imageId = imageId;
		this.objectKey = objectKey;
		this.actor = actor;
		this.startedAt = now;
		this.touchedAt = now;
		this.resumable = resumable;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	String objectKey() {
		return this.objectKey;
	}

	@Nullable String multipartId() {
		return this.multipartId;
	}

	UploadDetails details() {
		UploadState known = (this.keptAs != null) ? UploadState.BOUND : this.state;
		return new UploadDetails(this.id, this.imageId, this.objectKey, this.multipartId, known, this.touchedAt);
	}

}
