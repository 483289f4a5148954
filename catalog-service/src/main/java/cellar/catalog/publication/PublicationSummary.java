package cellar.catalog.publication;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import cellar.catalog.snapshot.Diff;

/**
 * A publication without its snapshot, which may be large.
 */
@Entity
@Immutable
@Table(name = "publication")
class PublicationSummary {

	@Id
	private Long serial;

	@Enumerated(EnumType.STRING)
	private PublicationState state;

	private String contentHash;

	private int imageCount;

	private String reason;

	private String actor;

	@JdbcTypeCode(SqlTypes.ARRAY)
	@Column(columnDefinition = "varchar(64)[]")
	private List<String> added;

	@JdbcTypeCode(SqlTypes.ARRAY)
	@Column(columnDefinition = "varchar(64)[]")
	private List<String> changed;

	@JdbcTypeCode(SqlTypes.ARRAY)
	@Column(columnDefinition = "varchar(64)[]")
	private List<String> removed;

	@JdbcTypeCode(SqlTypes.ARRAY)
	@Column(columnDefinition = "varchar(1000)[]")
	private List<String> failures;

	private Instant createdAt;

	private @Nullable Instant publishedAt;

	@SuppressWarnings("NullAway.Init") // JPA
	protected PublicationSummary() {
	}

	PublicationDocument document() {
		return new PublicationDocument(this.serial, this.state, this.contentHash, this.reason, this.actor,
				this.publishedAt,
				new Diff(List.copyOf(this.added), List.copyOf(this.changed), List.copyOf(this.removed)),
				this.imageCount, List.copyOf(this.failures), this.createdAt);
	}

}
