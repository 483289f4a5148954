package cellar.catalog.library;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

	/** The states of images that publications list. */
	public static final Set<ImageState> OFFERED = Set.of(ACTIVE, DEPRECATED);

	/**
	 * Tells whether an image may go on to another state from here. Mistakes can be undone
	 * by going back, but for two: nothing becomes a draft again once readers may have its
	 * URL, and what was taken back is never given out again.
	 * @param next the other state
	 * @return whether there is such a step
	 */
	public boolean leadsTo(ImageState next) {
		return switch (this) {
			case DRAFT -> next == ACTIVE;
			case ACTIVE, DEPRECATED, OBSOLETE -> next != this && next != DRAFT;
			case WITHDRAWN -> false;
		};
	}

	/**
	 * Tells whether publications list images in this state.
	 * @return whether they do
	 */
	public boolean isOffered() {
		return OFFERED.contains(this);
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
