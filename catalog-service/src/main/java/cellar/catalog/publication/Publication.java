package cellar.catalog.publication;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import cellar.catalog.entity.AssignedEntity;
import cellar.catalog.snapshot.Diff;
import cellar.catalog.snapshot.Snapshot;

/**
 * One publication: who wanted it, what it changes, and how far it has come.
 */
@Entity
@DynamicUpdate
class Publication extends AssignedEntity<Long> {

	private static final int MAX_FAILURE = 1000;

	@Id
	private Long serial;

	@Enumerated(EnumType.STRING)
	private PublicationState state = PublicationState.STAGED;

	private String contentHash;

	private int imageCount;

	private String reason;

	private String actor;

	@Embedded
	private Diff diff;

	@JdbcTypeCode(SqlTypes.ARRAY)
	@Column(columnDefinition = "varchar(1000)[]")
	private List<String> failures = List.of();

	private @Nullable Long rollbackOf;

	@JdbcTypeCode(SqlTypes.ARRAY)
	@Column(columnDefinition = "varchar(64)[]")
	private List<String> leftOut = List.of();

	private int attempts;

	@Enumerated(EnumType.STRING)
	private @Nullable Obstacle waitingFor;

	private @Nullable String lastFailure;

	private Instant createdAt;

	private @Nullable Instant publishedAt;

	@Column(insertable = false, updatable = false)
	private @Nullable Instant removalAt;

	@Column(insertable = false, updatable = false)
	private @Nullable Instant removedAt;

	@SuppressWarnings("NullAway.Init") // JPA
	protected Publication() {
	}

	Publication(long serial, Snapshot snapshot, Diff diff, Order order, Instant now) {
		this.serial = serial;
		this.contentHash = snapshot.hash();
		this.imageCount = snapshot.images().size();
		this.diff = diff;
		this.reason = order.reason();
		this.actor = order.actor();
		this.createdAt = now;
	}

	void rollsBackTo(long older, List<String> withdrawn) {
		this.rollbackOf = older;
		this.leftOut = withdrawn;
	}

	void advance(PublicationState reached) {
		this.state = reached;
		goesOn();
	}

	void failed(Obstacle obstacle, String reason) {
		this.attempts++;
		this.waitingFor = obstacle;
		this.lastFailure = reason.substring(0, Math.min(reason.length(), MAX_FAILURE));
	}

	private void goesOn() {
		this.waitingFor = null;
		this.lastFailure = null;
	}

	void goLive(Diff changes, Instant now) {
		this.state = PublicationState.LIVE;
		this.diff = changes;
		this.publishedAt = now;
		goesOn();
	}

	void settle(PublicationState end, List<String> reasons) {
		this.state = end;
		this.failures = reasons;
		goesOn();
	}

	@Override
	public Long getId() {
		return this.serial;
	}

	long serial() {
		return this.serial;
	}

	PublicationState state() {
		return this.state;
	}

	String contentHash() {
		return this.contentHash;
	}

	int imageCount() {
		return this.imageCount;
	}

	Order order() {
		return new Order(this.reason, this.actor);
	}

	Diff diff() {
		return this.diff;
	}

	List<String> failures() {
		return List.copyOf(this.failures);
	}

	@Nullable Long rollbackOf() {
		return this.rollbackOf;
	}

	List<String> leftOut() {
		return List.copyOf(this.leftOut);
	}

	int attempts() {
		return this.attempts;
	}

	@Nullable Obstacle waitingFor() {
		return this.waitingFor;
	}

	@Nullable String lastFailure() {
		return this.lastFailure;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	@Nullable Instant publishedAt() {
		return this.publishedAt;
	}

	@Nullable Instant removalAt() {
		return this.removalAt;
	}

	@Nullable Instant removedAt() {
		return this.removedAt;
	}

	/**
	 * Who wants a publication, and why.
	 */
	record Order(String reason, String actor) {

	}

}
