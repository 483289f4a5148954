package cellar.provisioning.launch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;

import cellar.provisioning.cloud.Cloud;
import cellar.provisioning.cloud.Instance;

/**
 * What is done when machines may have been made and nobody may ask for them again. A
 * cloud that shows nothing once has not said that there is nothing: it is asked twice,
 * and not before it had time to notice.
 */
@Component
class Doubt {

	private static final int ENOUGH_EMPTY_LOOKUPS = 2;

	private final LaunchProperties properties;

	private final Clock clock;

	Doubt(LaunchProperties properties, Clock clock) {
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Begins to doubt. The time for it counts from now.
	 * @param failure what the launch fails with if nothing is found
	 * @param now the time
	 * @return what comes of it
	 */
	static Outcome begin(Outcome.Fail failure, Instant now) {
		return new Outcome.Note((launch) -> {
			launch.stateSince = now;
			launch.failureCode = failure.code();
			launch.failureMessage = failure.message();
			launch.attempt(launch.attempt().with(Attempt.Status.DOUBTED));
		});
	}

	Outcome search(Launch launch, Cloud cloud) {
		List<Instance> found = Sightings.of(launch, cloud);
		int wanted = RunPlan.of(launch.attempt()).count();
		if (found.size() >= wanted) {
			return Sightings.adopt(found);
		}
		if (this.clock.instant().isBefore(graceEnd(launch))) {
			return new Outcome.Wait();
		}
		if (!found.isEmpty()) {
			return partial(launch, found, wanted);
		}
		if (launch.attempt().emptyLookups() + 1 < ENOUGH_EMPTY_LOOKUPS) {
			return new Outcome.Wait((changed) -> changed.attempt(changed.attempt().lookedUpInVain()));
		}
		return new Outcome.Fail(code(launch), message(launch),
				(changed) -> changed.attempt(changed.attempt().with(Attempt.Status.REJECTED)));
	}

	private static Outcome partial(Launch launch, List<Instance> found, int wanted) {
		return new Outcome.Fail(code(launch),
				"%s; the cloud shows %d machines of %d".formatted(message(launch), found.size(), wanted), (changed) -> {
					Sightings.record(changed, found);
					leaveToken(changed);
				});
	}

	/**
	 * Whether a cloud may not find what this launch made because it was made just now.
	 * @param launch the launch
	 * @return whether that may be
	 */
	boolean isForThingsJustMade(Launch launch) {
		return !launch.resources.isEmpty()
				&& this.clock.instant().isBefore(launch.attempt().intendedAt().plus(this.properties.doubtGrace()));
	}

	static Outcome unknown(Launch launch) {
		return new Outcome.Fail(code(launch),
				message(launch) + "; whether the cloud made machines could not be found out", Doubt::leaveToken);
	}

	private static void leaveToken(Launch launch) {
		launch.attempt(launch.attempt().with(Attempt.Status.UNKNOWN));
		launch.resources.add(Resource.intend(Resource.Kind.CLIENT_TOKEN, launch.attempt().clientToken())
			.with(Resource.State.UNKNOWN, "Look for machines with this client token"));
	}

	private Instant graceEnd(Launch launch) {
		return Objects.requireNonNullElse(launch.attempt().lastCallAt(), launch.stateSince)
			.plus(this.properties.doubtGrace());
	}

	private static String code(Launch launch) {
		return Objects.requireNonNullElse(launch.failureCode, "timeout");
	}

	private static String message(Launch launch) {
		return Objects.requireNonNullElse(launch.failureMessage, "The cloud did not accept the machines in time");
	}

}
