package cellar.provisioning.launch.run;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;

import cellar.provisioning.cloud.Cloud;
import cellar.provisioning.instance.Instance;
import cellar.provisioning.launch.effect.Attempt;
import cellar.provisioning.launch.state.Failure;
import cellar.provisioning.launch.state.FailureCode;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.work.DoubtGrace;
import cellar.provisioning.launch.work.LaunchProperties;
import cellar.provisioning.launch.work.Outcome;

/**
 * Decides what became of a request that may have made machines and must not be repeated.
 */
@Component
class RunReconciliation {

	private final DoubtGrace grace;

	RunReconciliation(LaunchProperties properties, Clock clock) {
		this.grace = new DoubtGrace(properties.doubtGrace(), clock);
	}

	/**
	 * Begins to doubt. The time for it counts from now.
	 * @param failure what the launch fails with if nothing is found
	 * @param now the time
	 * @return what comes of it
	 */
	static Outcome begin(Failure failure, Instant now) {
		return new Outcome.Note((launch) -> launch.doubt(failure, now));
	}

	Outcome search(Launch launch, Cloud cloud) {
		Attempt attempt = launch.effects().attempts().last();
		List<Instance> found = FoundInstances.of(launch, cloud);
		int wanted = attempt.runRequest().count();
		if (found.size() >= wanted) {
			return FoundInstances.adopt(found);
		}
		if (this.grace.lasts(Objects.requireNonNullElse(attempt.lastCallAt(), launch.progress().stateSince()))) {
			return new Outcome.Wait();
		}
		if (!found.isEmpty()) {
			return partial(launch, found, wanted);
		}
		if (!this.grace.isProof(attempt.emptyLookups())) {
			return new Outcome.Wait((changed) -> changed.effects().attempts().countEmptyLookup());
		}
		return new Outcome.Fail(failure(launch), (changed) -> changed.effects().attempts().reject());
	}

	private static Outcome partial(Launch launch, List<Instance> found, int wanted) {
		String known = "the cloud shows %d machines of %d".formatted(found.size(), wanted);
		return new Outcome.Fail(failure(launch).with(known), (changed) -> {
			changed.effects().replaceMachines(found);
			changed.effects().loseTrack();
		});
	}

	/**
	 * Whether a cloud may not find what this launch made because it was made just now.
	 * @param launch the launch
	 * @return whether that may be
	 */
	boolean isTooSoonToFind(Launch launch) {
		return !launch.effects().resources().all().isEmpty()
				&& this.grace.lasts(launch.effects().attempts().last().intendedAt());
	}

	static Outcome unknown(Launch launch) {
		return new Outcome.Fail(failure(launch).with("it could not be determined whether the cloud made machines"),
				(changed) -> changed.effects().loseTrack());
	}

	private static Failure failure(Launch launch) {
		return Objects.requireNonNullElse(launch.progress().failure(),
				new Failure(FailureCode.TIMEOUT, "The cloud did not accept the machines in time"));
	}

}
