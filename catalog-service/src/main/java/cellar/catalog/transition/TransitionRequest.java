package cellar.catalog.transition;

import java.time.Instant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import cellar.catalog.description.OneLine;

/**
 * Asks for a step in an image's life.
 *
 * @param transition the step
 * @param reason why, for those who look at the history
 * @param successor name or id of an active image to take instead
 * @param at when, if not now
 * @param withShared whether a withdrawal is meant for all images of the same content
 */
public record TransitionRequest(@NotNull Transition transition, @NotBlank @Size(max = 500) @OneLine String reason,
		@Nullable @Size(max = 64) String successor, @Nullable Instant at, @Nullable Boolean withShared) {

}
