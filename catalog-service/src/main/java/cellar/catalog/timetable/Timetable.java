package cellar.catalog.timetable;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.library.ImageIndex;
import cellar.catalog.task.TaskQueue;
import cellar.catalog.transition.Postponements;
import cellar.catalog.transition.TransitionRequest;

/**
 * Keeps steps until it is time for them. A plan and its task are one transaction.
 */
@Component
@Transactional
class Timetable implements Postponements {

	static final TaskDescriptor<Void> TASK = TaskDescriptor.of("planned-transition");

	private final PlannedTransitions plans;

	private final ImageIndex images;

	private final TaskQueue tasks;

	private final Clock clock;

	Timetable(PlannedTransitions plans, ImageIndex images, TaskQueue tasks, Clock clock) {
		this.plans = plans;
		this.images = images;
		this.tasks = tasks;
		this.clock = clock;
	}

	@Override
	public boolean isLater(TransitionRequest request) {
		Instant at = request.at();
		return at != null && at.isAfter(this.clock.instant());
	}

	@Override
	public URI postpone(UUID imageId, TransitionRequest request, String actor) {
		PlannedTransition planned = this.plans
			.saveAndFlush(new PlannedTransition(imageId, request, actor, this.clock.instant()));
		this.tasks.order(TASK, planned.getId().toString(), Objects.requireNonNull(request.at()));
		return URI.create("/api/v1/images/" + imageId + "/planned-transitions/" + planned.getId());
	}

	@Transactional(readOnly = true)
	List<PlanDocument> of(UUID imageId) {
		return this.plans.findByImageIdOrderByPlannedForDescIdAsc(this.images.get(imageId).id())
			.stream()
			.map(PlannedTransition::document)
			.toList();
	}

	/**
	 * Calls a step off.
	 * @param imageId the image
	 * @param id the plan
	 * @return the plan after that
	 */
	PlanDocument cancel(UUID imageId, UUID id) {
		PlannedTransition planned = this.plans.lockById(id)
			.filter((found) -> found.imageId().equals(imageId))
			.orElseThrow(() -> new PlanNotFoundException(id));
		if (planned.document().state() == PlanState.CANCELLED) {
			return planned.document();
		}
		if (!planned.isOpen()) {
			throw new PlanSettledException(id);
		}
		planned.cancel();
		return this.plans.saveAndFlush(planned).document();
	}

	/**
	 * Thrown when there is no such plan.
	 */
	static class PlanNotFoundException extends RuntimeException {

		PlanNotFoundException(UUID id) {
			super("Planned transition '" + id + "' not found");
		}

	}

	/**
	 * Thrown when a plan cannot be called off any more.
	 */
	static class PlanSettledException extends RuntimeException {

		PlanSettledException(UUID id) {
			super("The time of planned transition '" + id + "' has come already; look at the image");
		}

	}

}
