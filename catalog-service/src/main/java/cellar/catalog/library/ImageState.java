package cellar.catalog.library;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where an image stands in its life.
 */
public enum ImageState {

	/** Being described; nobody outside sees it. */
	DRAFT,

	/** Offered by every publication from now on. */
	ACTIVE,

	/** Still offered, with a hint at its successor. */
	DEPRECATED,

	/** No longer listed, still there. */
	OBSOLETE,

	/** Taken back. */
	WITHDRAWN;

	/**
	 * Tells whether an image may go on to another state from here.
	 * @param next the other state
	 * @return whether there is such a step
	 */
	public boolean leadsTo(ImageState next) {
		return this == DRAFT && next == ACTIVE;
	}

	/**
	 * Finds the state of a name.
	 * @param text the name, in whatever case
	 * @return the state, if there is one
	 */
	public static Optional<ImageState> named(String text) {
		return Stream.of(values()).filter((state) -> state.name().equals(text.toUpperCase(Locale.ROOT))).findFirst();
	}

}
