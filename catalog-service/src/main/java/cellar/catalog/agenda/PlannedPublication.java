package cellar.catalog.agenda;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

import cellar.catalog.entity.AssignedEntity;

/**
 * An order for a publication that waits for its time, or what became of it.
 */
@Entity
class PlannedPublication extends AssignedEntity<UUID> {

	@Id
	private UUID id;

	private String reason;

	private String actor;

	private Instant plannedFor;

	@Enumerated(EnumType.STRING)
	private AgendaState state = AgendaState.PLANNED;

	private @Nullable Long serial;

	private Instant createdAt;

	@SuppressWarnings("NullAway.Init") // JPA
	protected PlannedPublication() {
	}

	PlannedPublication(String reason, String actor, Instant plannedFor, Instant now) {
		this.id = UUID.randomUUID();
		this.reason = reason;
		this.actor = actor;
		this.plannedFor = plannedFor;
		this.createdAt = now;
	}

	void done(long frozenAs) {
		this.state = AgendaState.DONE;
		this.serial = frozenAs;
	}

	void cancel() {
		this.state = AgendaState.CANCELLED;
	}

	boolean isOpen() {
		return this.state == AgendaState.PLANNED;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	String reason() {
		return this.reason;
	}

	String actor() {
		return this.actor;
	}

	AgendaDocument document() {
		return new AgendaDocument(this.id, this.reason, this.plannedFor, this.state, this.serial, this.actor,
				this.createdAt);
	}

}
