package cellar.catalog.transition;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;

import cellar.catalog.image.ImageState;

/**
 * A step in an image's life.
 */
enum Transition {

	/** Offers a draft with every publication from now on. */
	ACTIVATE,

	/** Hints at a successor. */
	DEPRECATE,

	/** Takes the image off the lists. */
	OBSOLETE,

	/** Takes the image back. */
	WITHDRAW;

	/**
	 * Tells whether the step can be taken now.
	 * @param state where the image stands
	 * @return whether the step leads on from there
	 */
	boolean isPossible(ImageState state) {
		return this == ACTIVATE && state == ImageState.DRAFT;
	}

	static List<Transition> possible(ImageState state) {
		return Stream.of(values()).filter((transition) -> transition.isPossible(state)).toList();
	}

	@JsonValue
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
