package cellar.catalog.withdrawal;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

import cellar.catalog.entity.AssignedEntity;

/**
 * The order to make an image unreadable, and how far that has come.
 */
@Entity
class Withdrawal extends AssignedEntity<UUID> {

	private static final int MAX_FAILURE = 1000;

	@Id
	private UUID imageId;

	private String objectKey;

	private String reason;

	private String actor;

	private Instant orderedAt;

	private @Nullable Instant doneAt;

	private int attempts;

	private @Nullable String failure;

	@SuppressWarnings("NullAway.Init") // JPA
	protected Withdrawal() {
	}

	Withdrawal(UUID imageId, String objectKey, String reason, String actor, Instant now) {
		this.imageId = imageId;
		this.objectKey = objectKey;
		this.reason = reason;
		this.actor = actor;
		this.orderedAt = now;
	}

	void done(Instant now) {
		this.doneAt = now;
		this.failure = null;
	}

	void failed(String why) {
		this.attempts++;
		this.failure = why.substring(0, Math.min(why.length(), MAX_FAILURE));
	}

	boolean isDone() {
		return this.doneAt != null;
	}

	@Override
	public UUID getId() {
		return this.imageId;
	}

	String objectKey() {
		return this.objectKey;
	}

	String reason() {
		return this.reason;
	}

	String actor() {
		return this.actor;
	}

	@Nullable String failure() {
		return this.failure;
	}

}
