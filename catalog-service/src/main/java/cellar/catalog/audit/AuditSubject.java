package cellar.catalog.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The kinds of things whose changes are recorded.
 */
public enum AuditSubject {

	/** An image, by its id. */
	IMAGE,

	/** A channel, by its name. */
	CHANNEL,

	/** An import, by its id. */
	IMPORT,

	/** A publication, by its serial. */
	PUBLICATION,

	/** A search of the store for what nothing names, by its id. */
	COLLECTION;

	static Optional<AuditSubject> named(String text) {
		return Stream.of(values()).filter((subject) -> subject.toString().equals(text)).findFirst();
	}

	@JsonValue
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
