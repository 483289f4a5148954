package cellar.provisioning.launch.run;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;

import cellar.provisioning.cloud.Cloud;
import cellar.provisioning.cloud.CloudException;
import cellar.provisioning.cloud.Clouds;
import cellar.provisioning.instance.Instance;
import cellar.provisioning.instance.Reservation;
import cellar.provisioning.instance.RunRequest;
import cellar.provisioning.launch.effect.Attempt;
import cellar.provisioning.launch.state.Failure;
import cellar.provisioning.launch.state.FailureCode;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.work.Failures;
import cellar.provisioning.launch.work.Outcome;
import cellar.provisioning.launch.work.Stage;

/**
 * Requests the machines, once. A call whose answer was lost is first searched for in the
 * cloud and then repeated with the same token and the same parameters.
 */
@Component
class RunStage implements Stage {

	private static final int MAX_ATTEMPTS = 3;

	private final Clouds clouds;

	private final RunReconciliation reconciliation;

	private final Clock clock;

	RunStage(Clouds clouds, RunReconciliation reconciliation, Clock clock) {
		this.clouds = clouds;
		this.reconciliation = reconciliation;
		this.clock = clock;
	}

	@Override
	public LaunchState state() {
		return LaunchState.RUN_INTENDED;
	}

	@Override
	public Outcome work(Launch launch, boolean justNoted) {
		Attempt attempt = launch.effects().attempts().last();
		Cloud cloud = this.clouds.get(launch.cloud());
		if (attempt.is(Attempt.Status.DOUBTED)) {
			return this.reconciliation.search(launch, cloud);
		}
		if (attempt.is(Attempt.Status.CALLED) && justNoted) {
			return run(launch, cloud);
		}
		if (attempt.is(Attempt.Status.CALLED)) {
			List<Instance> found = FoundInstances.of(launch, cloud);
			// Fewer than asked for are the first that the cloud shows; the token brings
			// all of them.
			if (found.size() >= attempt.runRequest().count()) {
				return FoundInstances.adopt(found);
			}
		}
		return new Outcome.Note((changed) -> changed.effects().attempts().call(this.clock.instant()));
	}

	private Outcome run(Launch launch, Cloud cloud) {
		Attempt attempt = launch.effects().attempts().last();
		RunRequest request = attempt.runRequest();
		try {
			return accepted(cloud.run(request, attempt.clientToken()), request.count());
		}
		catch (CloudException ex) {
			return switch (ex.kind()) {
				case TOKEN_SPENT -> nextAttempt(launch);
				case TOKEN_MISMATCH -> RunReconciliation.begin(Failures.of(launch, ex), this.clock.instant());
				case CAPACITY, REFUSED, NOT_FOUND, UNAUTHORIZED, DUPLICATE, IN_USE -> rejectedBy(launch, ex);
				case BUSY, THROTTLED, UNREACHED, UNCERTAIN -> throw ex;
			};
		}
	}

	private static Outcome accepted(Reservation reservation, int wanted) {
		int named = reservation.instances().size();
		if (named < wanted) {
			return new Outcome.Retry("incomplete-answer", "The cloud named %d machines of %d".formatted(named, wanted));
		}
		return FoundInstances.accept(reservation.id(), reservation.instances(),
				"Reservation '" + reservation.id() + "'");
	}

	private Outcome rejectedBy(Launch launch, CloudException ex) {
		if (ex.is(CloudException.Kind.NOT_FOUND) && this.reconciliation.isTooSoonToFind(launch)) {
			return Outcome.Retry.after(ex);
		}
		Failure failure = Failures.of(launch, ex);
		// After several calls the refusal of the last one says nothing about the earlier
		// ones.
		return (launch.effects().attempts().last().calls() == 1) ? rejected(failure)
				: RunReconciliation.begin(failure, this.clock.instant());
	}

	private Outcome nextAttempt(Launch launch) {
		if (launch.effects().attempts().all().size() >= MAX_ATTEMPTS) {
			return new Outcome.Fail(new Failure(FailureCode.MACHINES_TERMINATED,
					"Cloud '%s' ended the machines of %d attempts before they ran".formatted(launch.cloud(),
							MAX_ATTEMPTS)),
					(changed) -> changed.effects().attempts().spend());
		}
		Attempt next = RunPlan.next(launch, this.clock.instant());
		return new Outcome.Note((changed) -> {
			changed.effects().attempts().spend();
			changed.effects().attempts().intend(next);
		});
	}

	@Override
	public Outcome expired(Launch launch) {
		Failure failure = Failures.expired(launch);
		return switch (launch.effects().attempts().last().status()) {
			case CALLED -> RunReconciliation.begin(failure, this.clock.instant());
			case DOUBTED -> RunReconciliation.unknown(launch);
			default -> rejected(failure);
		};
	}

	@Override
	public Outcome refused(Launch launch, CloudException ex) {
		return launch.effects().attempts().last().is(Attempt.Status.INTENDED) ? rejected(Failures.of(launch, ex))
				: RunReconciliation.unknown(launch);
	}

	private static Outcome rejected(Failure failure) {
		return new Outcome.Fail(failure, (launch) -> launch.effects().attempts().reject());
	}

}
