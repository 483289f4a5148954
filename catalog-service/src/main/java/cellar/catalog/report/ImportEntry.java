package cellar.catalog.report;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import cellar.catalog.description.Unseen;
import cellar.catalog.entity.AssignedEntity;

/**
 * What became of one entry; written together with its image, so that it is imported once.
 */
@Entity
@IdClass(ImportEntry.Key.class)
class ImportEntry extends AssignedEntity<ImportEntry.Key> {

	private static final int MAX_NAME = 200;

	private static final int MAX_REASON = 1000;

	@Id
	private UUID importId;

	@Id
	private Integer position;

	private @Nullable String name;

	@Enumerated(EnumType.STRING)
	private EntryOutcome outcome;

	@JdbcTypeCode(SqlTypes.ARRAY)
	@Column(columnDefinition = "varchar(1000)[]")
	private List<String> reasons;

	private @Nullable UUID imageId;

	@SuppressWarnings("NullAway.Init") // JPA
	protected ImportEntry() {
	}

	ImportEntry(Key key, EntryResult result) {
		this.importId = key.importId();
		this.position = key.position();
		this.name = (result.name() != null) ? shortened(result.name(), MAX_NAME) : null;
		this.outcome = result.outcome();
		this.reasons = result.reasons().stream().map((reason) -> shortened(reason, MAX_REASON)).toList();
		this.imageId = result.imageId();
	}

	@Override
	public Key getId() {
		return new Key(this.importId, this.position);
	}

	EntryResult result() {
		return new EntryResult(this.name, this.outcome, List.copyOf(this.reasons), this.imageId);
	}

	private static String shortened(String text, int length) {
		// PostgreSQL has no place for some of them, and readers none for the others.
		String clean = Unseen.marked(text);
		return (clean.length() <= length) ? clean : whole(clean.substring(0, length - 2)) + "..";
	}

	private static String whole(String cut) {
		return Character.isHighSurrogate(cut.charAt(cut.length() - 1)) ? cut.substring(0, cut.length() - 1) : cut;
	}

	/**
	 * Which entry of which import.
	 */
	record Key(UUID importId, Integer position) implements Serializable {

	}

}
