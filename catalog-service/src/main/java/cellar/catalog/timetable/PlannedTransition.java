package cellar.catalog.timetable;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

import cellar.catalog.entity.AssignedEntity;
import cellar.catalog.transition.Transition;
import cellar.catalog.transition.TransitionRequest;

/**
 * A step that waits for its time, or what became of it.
 */
@Entity
class PlannedTransition extends AssignedEntity<UUID> {

	@Id
	private UUID id;

	private UUID imageId;

	@Enumerated(EnumType.STRING)
	private Transition transition;

	private String reason;

	private @Nullable String successor;

	private boolean withShared;

	private String actor;

	private Instant plannedFor;

	@Enumerated(EnumType.STRING)
	private PlanState state = PlanState.PLANNED;

	private @Nullable String failure;

	private Instant createdAt;

	@SuppressWarnings("NullAway.Init") // JPA
	protected PlannedTransition() {
	}

	PlannedTransition(UUID imageId, TransitionRequest request, String actor, Instant now) {
		this.id = UUID.randomUUID();
		this.imageId = imageId;
		this.transition = request.transition();
		this.reason = request.reason();
		this.successor = request.successor();
		this.withShared = Boolean.TRUE.equals(request.withShared());
		this.actor = actor;
		this.plannedFor = Objects.requireNonNull(request.at());
		this.createdAt = now;
	}

	void done() {
		this.state = PlanState.DONE;
	}

	void fail(String why) {
		this.state = PlanState.FAILED;
		this.failure = why;
	}

	void cancel() {
		this.state = PlanState.CANCELLED;
	}

	boolean isOpen() {
		return this.state == PlanState.PLANNED;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	UUID imageId() {
		return this.imageId;
	}

	String actor() {
		return this.actor;
	}

	TransitionRequest request() {
		return new TransitionRequest(this.transition, this.reason, this.successor, null, this.withShared);
	}

	PlanDocument document() {
		return new PlanDocument(this.id, this.transition, this.reason, this.successor, this.plannedFor, this.state,
				this.failure, this.actor, this.createdAt);
	}

}
