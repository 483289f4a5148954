package cellar.catalog.collection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.audit.Audit;
import cellar.catalog.audit.AuditSubject;
import cellar.catalog.task.TaskQueue;
import cellar.common.list.ListDocument;
import cellar.common.list.PageParameters;

/**
 * Takes orders for searches, and tells what became of them. An order and its task are one
 * transaction.
 */
@Service
@Transactional
class CollectionOrders {

	static final TaskDescriptor<Void> TASK = TaskDescriptor.of("collection");

	private final CollectionRecords records;

	private final TaskQueue tasks;

	private final Audit audit;

	private final Clock clock;

	CollectionOrders(CollectionRecords records, TaskQueue tasks, Audit audit, Clock clock) {
		this.records = records;
		this.tasks = tasks;
		this.audit = audit;
		this.clock = clock;
	}

	CollectionDocument order(boolean dryRun, boolean force, String actor) {
		Instant now = this.clock.instant();
		UUID id = UUID.randomUUID();
		this.records.add(id, dryRun, force, actor, now);
		this.tasks.order(TASK, id.toString(), now);
		this.audit.record(AuditSubject.COLLECTION, id.toString(), "collect", actor, null, new Order(dryRun, force));
		return get(id);
	}

	/**
	 * Orders a search, unless an earlier one has not come to its end: what stands in its
	 * way would stand in the way of both.
	 * @param actor who wants it
	 * @return whether it was ordered
	 */
	boolean orderIfNoneRuns(String actor) {
		if (this.records.isAnyRunning()) {
			return false;
		}
		order(false, false, actor);
		return true;
	}

	@Transactional(readOnly = true)
	CollectionDocument get(UUID id) {
		return this.records.find(id).orElseThrow(() -> new CollectionNotFoundException(id));
	}

	@Transactional(readOnly = true)
	ListDocument<CollectionDocument> list(PageParameters page) {
		return ListDocument.of(page, this.records.list((long) page.page() * page.size(), page.size()),
				this.records.count());
	}

	@Transactional(readOnly = true)
	ListDocument<Found> finds(UUID id, Found.@Nullable Outcome outcome, PageParameters page) {
		get(id);
		List<Found> finds = this.records.finds(id, outcome, (long) page.page() * page.size(), page.size());
		return ListDocument.of(page, finds, this.records.countFinds(id, outcome));
	}

	/**
	 * What was asked for.
	 */
	record Order(boolean dryRun, boolean force) {

	}

	/**
	 * Thrown when there is no such search, or none any more.
	 */
	static class CollectionNotFoundException extends RuntimeException {

		CollectionNotFoundException(UUID id) {
			super("Collection '" + id + "' not found");
		}

	}

}
