package cellar.catalog.transition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import cellar.catalog.description.OneLine;

/**
 * Asks for a step in an image's life.
 *
 * @param transition the step
 * @param reason why, for those who look at the history
 */
record TransitionRequest(@NotNull Transition transition, @NotBlank @Size(max = 500) @OneLine String reason) {

}
