package cellar.catalog.transition;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;

import cellar.catalog.library.ImageState;

/**
 * A step in an image's life.
 */
public enum Transition {

	/** Offers an image with every publication from now on. */
	ACTIVATE(ImageState.ACTIVE),

	/** Hints at a successor. */
	DEPRECATE(ImageState.DEPRECATED),

	/** Takes the image off the lists. */
	OBSOLETE(ImageState.OBSOLETE),

	/** Takes the image back. */
	WITHDRAW(ImageState.WITHDRAWN);

	private final ImageState target;

	Transition(ImageState target) {
		this.target = target;
	}

	ImageState target() {
		return this.target;
	}

	/**
	 * Tells whether the step can be taken now.
	 * @param state where the image stands
	 * @return whether the step leads on from there
	 */
	boolean isPossible(ImageState state) {
		return state.leadsTo(this.target);
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
