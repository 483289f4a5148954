package cellar.catalog.agenda;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.audit.Audit;
import cellar.catalog.audit.AuditSubject;
import cellar.catalog.publication.LaterOrders;
import cellar.catalog.publication.OrderDesk;
import cellar.catalog.task.TaskQueue;
import cellar.common.problem.InvalidFieldException;
import cellar.common.problem.Violation;

/**
 * Keeps orders for publications until it is time for them. An order and its task are one
 * transaction, and so are the end of the wait and the freeze: it is taken once.
 */
@Component
@Transactional
class Agenda implements LaterOrders {

	static final TaskDescriptor<Void> TASK = TaskDescriptor.of("planned-publication");

	private static final Duration MAX_WAIT = Duration.ofDays(3650);

	private final PlannedPublications plans;

	private final OrderDesk desk;

	private final Audit audit;

	private final TaskQueue tasks;

	private final Clock clock;

	Agenda(PlannedPublications plans, OrderDesk desk, Audit audit, TaskQueue tasks, Clock clock) {
		this.plans = plans;
		this.desk = desk;
		this.audit = audit;
		this.tasks = tasks;
		this.clock = clock;
	}

	@Override
	public boolean isLater(Instant at) {
		return at.isAfter(this.clock.instant());
	}

	@Override
	public URI postpone(Instant at, String reason, String actor) {
		Instant now = this.clock.instant();
		if (at.isAfter(now.plus(MAX_WAIT))) {
			throw new InvalidFieldException(
					List.of(new Violation("at", "must be within the next " + MAX_WAIT.toDays() + " days")));
		}
		PlannedPublication planned = this.plans.saveAndFlush(new PlannedPublication(reason, actor, at, now));
		this.tasks.order(TASK, planned.getId().toString(), at);
		record("plan", actor, null, planned.document());
		return URI.create("/api/v1/planned-publications/" + planned.getId());
	}

	@Transactional(readOnly = true)
	Page<AgendaDocument> list(int page, int size) {
		return this.plans.findByOrderByPlannedForDescIdAsc(PageRequest.of(page, size))
			.map(PlannedPublication::document);
	}

	@Transactional(readOnly = true)
	AgendaDocument get(UUID id) {
		return this.plans.findById(id)
			.map(PlannedPublication::document)
			.orElseThrow(() -> new AgendaException(AgendaException.Reason.UNKNOWN, id));
	}

	/**
	 * Calls an order off.
	 * @param id the order
	 * @param actor who calls it off
	 * @return the order after that
	 */
	AgendaDocument cancel(UUID id, String actor) {
		PlannedPublication planned = this.plans.lockById(id)
			.orElseThrow(() -> new AgendaException(AgendaException.Reason.UNKNOWN, id));
		AgendaDocument before = planned.document();
		if (before.state() == AgendaState.CANCELLED) {
			return before;
		}
		if (!planned.isOpen()) {
			throw new AgendaException(AgendaException.Reason.SETTLED, id);
		}
		planned.cancel();
		AgendaDocument after = this.plans.saveAndFlush(planned).document();
		record("call-off", actor, before, after);
		return after;
	}

	/**
	 * Publishes what is offered now, unless the order was called off or taken before.
	 * @param id the order
	 */
	void run(UUID id) {
		this.plans.lockById(id).filter(PlannedPublication::isOpen).ifPresent((planned) -> {
			planned.done(this.desk.publish(planned.reason(), planned.actor()));
			this.plans.saveAndFlush(planned);
		});
	}

	private void record(String action, String actor, @Nullable AgendaDocument before, AgendaDocument after) {
		this.audit.record(AuditSubject.PUBLICATION, after.id().toString(), action, actor, before, after);
	}

}
