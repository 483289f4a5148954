package cellar.catalog.timetable;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import cellar.catalog.transition.Transition;

/**
 * A planned step as callers see it.
 *
 * @param at when it is taken
 * @param failure why it could not be taken, if it could not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanDocument(UUID id, Transition transition, String reason, @Nullable String successor, Instant at,
		PlanState state, @Nullable String failure, String actor, Instant createdAt) {

}
