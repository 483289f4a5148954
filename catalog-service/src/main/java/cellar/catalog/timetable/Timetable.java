package cellar.catalog.timetable;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.audit.Audit;
import cellar.catalog.audit.AuditSubject;
import cellar.catalog.library.ImageIndex;
import cellar.catalog.task.TaskQueue;
import cellar.catalog.transition.Postponements;
import cellar.catalog.transition.TransitionRequest;
import cellar.common.problem.InvalidFieldException;
import cellar.common.problem.Violation;

/**
 * Keeps steps until it is time for them. A plan and its task are one transaction.
 */
@Component
@Transactional
class Timetable implements Postponements {

	static final TaskDescriptor<Void> TASK = TaskDescriptor.of("planned-transition");

	private static final Duration MAX_WAIT = Duration.ofDays(3650);

	private final PlannedTransitions plans;

	private final ImageIndex images;

	private final Audit audit;

	private final TaskQueue tasks;

	private final Clock clock;

	Timetable(PlannedTransitions plans, ImageIndex images, Audit audit, TaskQueue tasks, Clock clock) {
		this.plans = plans;
		this.images = images;
		this.audit = audit;
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
		Instant now = this.clock.instant();
		Instant at = Objects.requireNonNull(request.at());
		if (at.isAfter(now.plus(MAX_WAIT))) {
			throw new InvalidFieldException(
					List.of(new Violation("at", "must be within the next " + MAX_WAIT.toDays() + " days")));
		}
		PlannedTransition planned = this.plans.saveAndFlush(new PlannedTransition(imageId, request, actor, now));
		this.tasks.order(TASK, planned.getId().toString(), at);
		this.audit.record(AuditSubject.IMAGE, imageId.toString(), "plan", actor, null, planned.document());
		return URI.create("/api/v1/images/" + imageId + "/planned-transitions/" + planned.getId());
	}

	@Transactional(readOnly = true)
	List<PlanDocument> of(UUID imageId) {
		return this.plans.findByImageIdOrderByPlannedForDescIdAsc(this.images.get(imageId).id())
			.stream()
			.map(PlannedTransition::document)
			.toList();
	}

	@Transactional(readOnly = true)
	PlanDocument get(UUID imageId, UUID id) {
		return this.plans.findByIdAndImageId(id, imageId)
			.map(PlannedTransition::document)
			.orElseThrow(() -> new PlanNotFoundException(id));
	}

	/**
	 * Calls a step off.
	 * @param imageId the image
	 * @param id the plan
	 * @param actor who calls it off
	 * @return the plan after that
	 */
	PlanDocument cancel(UUID imageId, UUID id, String actor) {
		PlannedTransition planned = this.plans.lockById(id)
			.filter((found) -> found.imageId().equals(imageId))
			.orElseThrow(() -> new PlanNotFoundException(id));
		PlanDocument before = planned.document();
		if (before.state() == PlanState.CANCELLED) {
			return before;
		}
		if (!planned.isOpen()) {
			throw new PlanSettledException(id);
		}
		planned.cancel();
		PlanDocument after = this.plans.saveAndFlush(planned).document();
		this.audit.record(AuditSubject.IMAGE, imageId.toString(), "call-off", actor, before, after);
		return after;
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
