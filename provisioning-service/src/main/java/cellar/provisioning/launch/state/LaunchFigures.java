package cellar.provisioning.launch.state;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import cellar.provisioning.launch.effect.Resource;

/**
 * All launches in numbers.
 *
 * @param byState how many there are in each state that any of them is in
 * @param oldestUnsettled when the oldest one that is not settled was asked for, if there
 * is one
 * @param leftovers how many things of each kind are or may be left in clouds, of those
 * kinds that there are any of
 */
public record LaunchFigures(Map<LaunchState, Long> byState, Optional<Instant> oldestUnsettled,
		Map<Resource.Kind, Long> leftovers) {

	public LaunchFigures {
		byState = Map.copyOf(byState);
		leftovers = Map.copyOf(leftovers);
	}

	public long in(LaunchState state) {
		return this.byState.getOrDefault(state, 0L);
	}

	public long leftovers(Resource.Kind kind) {
		return this.leftovers.getOrDefault(kind, 0L);
	}

}
