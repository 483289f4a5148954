package cellar.catalog.transition;

import cellar.catalog.library.ImageState;

/**
 * Thrown when a step does not lead on from where an image stands.
 */
class ImpossibleTransitionException extends RuntimeException {

	ImpossibleTransitionException(Transition transition, ImageState state) {
		super("'%s' does not lead on from %s; possible now: %s".formatted(transition, state,
				Transition.possible(state)));
	}

}
