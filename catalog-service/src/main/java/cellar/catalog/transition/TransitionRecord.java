package cellar.catalog.transition;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * One step that an image has taken. It is written once and never changed.
 */
@Entity
@Immutable
@Table(name = "image_transition")
class TransitionRecord {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private UUID imageId;

	@Enumerated(EnumType.STRING)
	private Transition transition;

	private String reason;

	private @Nullable String successor;

	private String actor;

	private Instant happenedAt;

	@SuppressWarnings("NullAway.Init") // JPA
	protected TransitionRecord() {
	}

	TransitionRecord(UUID imageId, Transition transition, String reason, @Nullable String successor, String actor,
			Instant happenedAt) {
		this.imageId = imageId;
		this.transition = transition;
		this.reason = reason;
		this.successor = successor;
		this.actor = actor;
		this.happenedAt = happenedAt;
	}

	TransitionDocument document() {
		return new TransitionDocument(this.transition, this.reason, this.successor, this.actor, this.happenedAt);
	}

}
