package cellar.provisioning.launch;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes requests for launches. A request is taken when its launch and the work on it are
 * written down together; a key makes sure that this happens once.
 */
@Component
class LaunchDesk {

	static final TaskDescriptor<Void> TASK = TaskDescriptor.of("launch");

	private final Launches launches;

	private final LaunchRules rules;

	private final SchedulerClient scheduler;

	private final TransactionTemplate transactions;

	private final Clock clock;

	LaunchDesk(Launches launches, LaunchRules rules, SchedulerClient scheduler, TransactionTemplate transactions,
			Clock clock) {
		this.launches = launches;
		this.rules = rules;
		this.scheduler = scheduler;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Takes a request.
	 * @param owner who asks
	 * @param key the idempotency key, or nothing
	 * @param request what is asked for
	 * @return the launch, which is the earlier one where the key was used before
	 * @throws InvalidLaunchException if fields of the request are missing or wrong
	 * @throws KeyReusedException if the key was used for something else
	 */
	Launch take(String owner, @Nullable String key, LaunchRequest request) {
		String hash = RequestJson.fingerprint(request);
		Optional<Launch> earlier = earlier(owner, key, hash);
		if (earlier.isPresent()) {
			return earlier.get();
		}
		LaunchOrder order = this.rules.read(request);
		Launch launch = new Launch(UUID.randomUUID(), Commission.of(owner, key, order, hash), this.clock.instant());
		try {
			return this.transactions.execute((status) -> {
				Launch taken = this.launches.saveAndFlush(launch);
				this.scheduler.scheduleIfNotExists(TASK.instance(launch.id().toString()).build(), this.clock.instant());
				return taken.whole();
			});
		}
		catch (DataIntegrityViolationException ex) {
			return earlier(owner, key, hash).orElseThrow(() -> ex);
		}
	}

	private Optional<Launch> earlier(String owner, @Nullable String key, String hash) {
		if (key == null) {
			return Optional.empty();
		}
		Optional<Launch> earlier = this.transactions
			.execute((status) -> this.launches.findByCommissionOwnerAndCommissionIdempotencyKey(owner, key)
				.map(Launch::whole));
		earlier.filter((launch) -> !launch.commission().isFor(hash)).ifPresent((launch) -> {
			throw new KeyReusedException(key, launch.id());
		});
		return earlier;
	}

}
