package cellar.provisioning.launch.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import cellar.provisioning.cloud.CloudException;
import cellar.provisioning.cloud.CloudNotFoundException;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.state.LaunchStore;
import cellar.provisioning.launch.state.StaleLaunchException;

/**
 * Moves one launch on as far as it goes without waiting. Whatever it learns is written
 * down before it goes on, so that any other worker can take over at any point.
 */
@Component
class LaunchWorker {

	private static final Logger logger = LoggerFactory.getLogger(LaunchWorker.class);

	private final Map<LaunchState, Stage> stages = new EnumMap<>(LaunchState.class);

	private final LaunchStore store;

	private final LaunchProperties properties;

	private final Backoff backoff;

	private final List<LaunchObserver> observers;

	private final Clock clock;

	LaunchWorker(List<Stage> stages, LaunchStore store, LaunchProperties properties, Backoff backoff,
			List<LaunchObserver> observers, Clock clock) {
		stages.forEach((stage) -> this.stages.put(stage.state(), stage));
		this.store = store;
		this.properties = properties;
		this.backoff = backoff;
		this.observers = List.copyOf(observers);
		this.clock = clock;
	}

	/**
	 * Moves a launch on.
	 * @param id the launch
	 * @return when to come again, or nothing if the launch is settled
	 * @throws StaleLaunchException if another worker moves it on
	 */
	Optional<Duration> advance(UUID id) {
		Launch launch = this.store.get(id);
		boolean justNoted = false;
		while (!launch.state().isSettled()) {
			switch (work(launch, justNoted)) {
				case Outcome.Move move -> {
					launch = apply(launch, move);
					justNoted = move instanceof Outcome.Note;
				}
				case Outcome.Pause pause -> {
					return Optional.of(pause(launch, pause));
				}
			}
		}
		return Optional.empty();
	}

	private Outcome work(Launch launch, boolean justNoted) {
		Stage stage = this.stages.get(launch.state());
		if (stage == null) {
			throw new IllegalStateException("There is no stage for launches that are '" + launch.state() + "'");
		}
		Instant deadline = launch.progress().stateSince().plus(this.properties.limit(launch.state()));
		try {
			return this.clock.instant().isAfter(deadline) ? stage.expired(launch) : stage.work(launch, justNoted);
		}
		catch (CloudException ex) {
			if (ex.is(CloudException.Kind.BUSY)) {
				return new Outcome.Busy();
			}
			return ex.isTransient() ? Outcome.Retry.after(ex) : stage.refused(launch, ex);
		}
		catch (CloudNotFoundException ex) {
			return stage.refused(launch, new CloudException(CloudException.Kind.REFUSED, "cloud-not-configured",
					String.valueOf(ex.getMessage()), ex));
		}
	}

	private Launch apply(Launch launch, Outcome.Move move) {
		Instant now = this.clock.instant();
		Launch changed = this.store.change(launch, (current) -> {
			switch (move) {
				case Outcome.Enter enter -> {
					enter.change().accept(current);
					current.progress().enter(enter.state(), enter.next(), enter.detail(), now);
				}
				case Outcome.Note note -> note.change().accept(current);
				case Outcome.Fail fail -> {
					fail.change().accept(current);
					current.progress().fail(fail.failure(), now);
				}
			}
		});
		if (changed.state() != launch.state()) {
			this.observers.forEach((observer) -> observer.entered(changed, now));
			logger.atInfo()
				.addKeyValue("launch", changed.id())
				.addKeyValue("from", launch.state())
				.addKeyValue("to", changed.state())
				.log("Launch moved on");
		}
		return changed;
	}

	private Duration pause(Launch launch, Outcome.Pause pause) {
		return switch (pause) {
			case Outcome.Wait wait -> {
				if (wait.change() != null) {
					this.store.change(launch, wait.change());
				}
				yield this.properties.pollInterval();
			}
			case Outcome.Retry retry -> this.backoff.delay(countTrouble(launch, retry));
			case Outcome.Busy() -> this.backoff.delay(1);
		};
	}

	private int countTrouble(Launch launch, Outcome.Retry retry) {
		Launch changed = this.store.change(launch,
				(current) -> current.progress().recordTrouble(retry.code() + ": " + retry.message()));
		int failures = changed.progress().failures();
		logger.atInfo()
			.addKeyValue("launch", launch.id())
			.addKeyValue("state", launch.state())
			.addKeyValue("failures", failures)
			.addKeyValue("code", retry.code())
			.log("Cloud call postponed");
		return failures;
	}

}
