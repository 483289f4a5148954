package cellar.catalog.withdrawal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.library.ArtifactDetails;
import cellar.catalog.library.ImageDetails;
import cellar.catalog.task.TaskQueue;
import cellar.catalog.transition.Withdrawals;

/**
 * Takes orders for withdrawals and waits for them. An order, its task and the step of the
 * image are one transaction; from then on it is tried until it is done.
 */
@Component
class WithdrawalOrders implements Withdrawals {

	static final TaskDescriptor<Void> TASK = TaskDescriptor.of("withdrawal");

	private static final Duration PATIENCE = Duration.ofSeconds(25);

	private static final Duration PAUSE = Duration.ofMillis(50);

	private final WithdrawalRecords records;

	private final WithdrawalProgress progress;

	private final TaskQueue tasks;

	private final Clock clock;

	WithdrawalOrders(WithdrawalRecords records, WithdrawalProgress progress, TaskQueue tasks, Clock clock) {
		this.records = records;
		this.progress = progress;
		this.tasks = tasks;
		this.clock = clock;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void order(ImageDetails image, String reason, String actor) {
		ArtifactDetails artifact = Objects.requireNonNull(image.artifact(), "only drafts have none");
		Instant now = this.clock.instant();
		this.records.saveAndFlush(new Withdrawal(image.id(), artifact.key(), reason, actor, now));
		this.tasks.order(TASK, image.id().toString(), now);
	}

	@Override
	public void await(UUID imageId) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			List<Withdrawal> open = this.progress.open(imageId);
			if (open.isEmpty()) {
				return;
			}
			if (System.nanoTime() > deadline) {
				throw new WithdrawalUnderWayException(open.getFirst().failure());
			}
			pause();
		}
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new WithdrawalUnderWayException("the service is stopping");
		}
	}

}
