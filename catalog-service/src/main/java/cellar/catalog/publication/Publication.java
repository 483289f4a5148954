package cellar.catalog.publication;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import cellar.catalog.entity.AssignedEntity;
import cellar.catalog.snapshot.Diff;
import cellar.catalog.snapshot.Snapshot;

/**
 * One publication: what it holds, who wanted it, and how far it has come.
 */
@Entity
class Publication extends AssignedEntity<Long> {

	@Id
	private Long serial;

	@Enumerated(EnumType.STRING)
	private PublicationState state = PublicationState.STAGED;

	private String contentHash;

	@Column(columnDefinition = "text")
	private String snapshot;

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

	private Instant createdAt;

	private @Nullable Instant publishedAt;

	@SuppressWarnings("NullAway.Init") // JPA
	protected Publication() {
	}

	Publication(long serial, Snapshot snapshot, Diff diff, Order order, Instant now) {
		this.serial = serial;
		this.contentHash = snapshot.hash();
		this.snapshot = snapshot.toJson();
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
	}

	void goLive(Diff changes, Instant now) {
		this.state = PublicationState.LIVE;
		this.diff = changes;
		this.publishedAt = now;
	}

	void settle(PublicationState end, List<String> reasons) {
		this.state = end;
		this.failures = reasons;
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

	Snapshot snapshot() {
		return Snapshot.parse(this.snapshot);
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

	Instant createdAt() {
		return this.createdAt;
	}

	@Nullable Instant publishedAt() {
		return this.publishedAt;
	}

	/**
	 * Who wants a publication, and why.
	 */
	record Order(String reason, String actor) {

	}

}
