package cellar.catalog.channel;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import cellar.catalog.pointer.Slot;

/**
 * One move of a pointer. It is written once and never changed.
 */
@Entity
@Immutable
@Table(name = "channel_move")
class Move {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Embedded
	private Slot slot;

	private @Nullable UUID fromImageId;

	private @Nullable UUID toImageId;

	private String reason;

	private String actor;

	private Instant movedAt;

	@SuppressWarnings("NullAway.Init") // JPA
	protected Move() {
	}

	Move(Slot slot, @Nullable UUID from, @Nullable UUID to, Order order, Instant now) {
		this.slot = slot;
		this.fromImageId = from;
		this.toImageId = to;
		this.reason = order.reason();
		this.actor = order.actor();
		this.movedAt = now;
	}

	MoveDocument document() {
		return new MoveDocument(this.slot.os(), this.slot.architecture(), this.fromImageId, this.toImageId, this.reason,
				this.actor, this.movedAt);
	}

	/**
	 * Who wants a move, and why.
	 */
	record Order(String reason, String actor) {

	}

}
