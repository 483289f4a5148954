package cellar.catalog.publication;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What keeps a publication from going on.
 */
public enum Obstacle {

	/** The object store failed, or returned something else than what was written. */
	STORE,

	/** A cache gateway did not confirm that it dropped its old copies, or serves them. */
	GATEWAYS;

	@JsonValue
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
