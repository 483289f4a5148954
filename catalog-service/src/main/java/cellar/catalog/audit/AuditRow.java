package cellar.catalog.audit;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One recorded change. Rows are written once; the database refuses to change them.
 */
@Entity
@Immutable
@Table(name = "audit")
class AuditRow {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Enumerated(EnumType.STRING)
	private AuditSubject subject;

	private String subjectId;

	private String action;

	private String actor;

	private Instant happenedAt;

	@JdbcTypeCode(SqlTypes.JSON)
	@Column(name = "value_before")
	private @Nullable String before;

	@JdbcTypeCode(SqlTypes.JSON)
	@Column(name = "value_after")
	private @Nullable String after;

	@SuppressWarnings("NullAway.Init") // JPA
	protected AuditRow() {
	}

	AuditRow(AuditSubject subject, String subjectId, String action, String actor, Instant happenedAt,
			@Nullable String before, @Nullable String after) {
		this.subject = subject;
		this.subjectId = subjectId;
		this.action = action;
		this.actor = actor;
		this.happenedAt = happenedAt;
		this.before = before;
		this.after = after;
	}

	AuditDocument document() {
		return new AuditDocument(this.subject, this.subjectId, this.action, this.actor, this.happenedAt,
				AuditDocument.read(this.before), AuditDocument.read(this.after));
	}

}
