package cellar.catalog.transition;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A step that an image has taken, as callers see it.
 */
record TransitionDocument(Transition transition, String reason,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String successor, String actor, Instant happenedAt) {

}
