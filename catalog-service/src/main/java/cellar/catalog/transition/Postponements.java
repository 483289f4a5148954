package cellar.catalog.transition;

import java.net.URI;
import java.util.UUID;

/**
 * Keeps steps until it is time for them.
 */
public interface Postponements {

	/**
	 * Tells whether a step is asked for later than now.
	 * @param request the step
	 * @return whether it has to wait
	 */
	boolean isLater(TransitionRequest request);

	/**
	 * Keeps a step.
	 * @param imageId the image
	 * @param request the step, with its time
	 * @param actor who wants it
	 * @return where to look at it and to call it off
	 */
	URI postpone(UUID imageId, TransitionRequest request, String actor);

}
