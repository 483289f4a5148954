package cellar.provisioning.launch.state;

import java.time.Instant;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The way to one state, as callers see it.
 *
 * @param name the state that it leads to
 * @param startedAt when the work began
 * @param endedAt when it ended, well or not
 * @param detail what came of it
 */
@Embeddable
public record Step(String name, Instant startedAt, @Nullable Instant endedAt, @Nullable String detail) {

	static Step begin(LaunchState goal, Instant now) {
		return new Step(goal.name(), now, null, null);
	}

	Step leadingTo(LaunchState goal) {
		return new Step(goal.name(), this.startedAt, this.endedAt, this.detail);
	}

	Step ended(Instant now, @Nullable String outcome) {
		return new Step(this.name, this.startedAt, now, outcome);
	}

}
