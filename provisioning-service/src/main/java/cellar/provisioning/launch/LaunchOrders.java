package cellar.provisioning.launch;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import cellar.common.problem.InvalidFieldException;
import cellar.provisioning.launch.order.LaunchRequest;
import cellar.provisioning.launch.order.LaunchRules;
import cellar.provisioning.launch.order.RequestJson;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchStore;
import cellar.provisioning.launch.state.Submission;
import cellar.provisioning.launch.work.LaunchQueue;

/**
 * Takes requests for launches. A request is taken when its launch and the work on it are
 * written down together; a key makes sure that this happens once.
 */
@Component
class LaunchOrders {

	private final LaunchStore store;

	private final LaunchRules rules;

	private final LaunchQueue queue;

	private final TransactionTemplate transactions;

	private final Clock clock;

	LaunchOrders(LaunchStore store, LaunchRules rules, LaunchQueue queue, TransactionTemplate transactions,
			Clock clock) {
		this.store = store;
		this.rules = rules;
		this.queue = queue;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Takes a request.
	 * @param owner who asks
	 * @param key the idempotency key, or nothing
	 * @param request what is asked for
	 * @return the launch, which is the earlier one where the key was used before
	 * @throws InvalidFieldException if fields of the request are missing or wrong
	 * @throws IdempotencyKeyReusedException if the key was used for something else
	 */
	Launch take(String owner, @Nullable String key, LaunchRequest request) {
		String fingerprint = RequestJson.fingerprint(request);
		Optional<Launch> earlier = earlier(owner, key, fingerprint);
		if (earlier.isPresent()) {
			return earlier.get();
		}
		Submission submission = Submission.of(owner, key, this.rules.read(request), fingerprint);
		Launch launch = new Launch(UUID.randomUUID(), submission, this.clock.instant());
		try {
			return this.transactions.execute((status) -> {
				Launch taken = this.store.add(launch);
				this.queue.add(taken.id());
				return taken;
			});
		}
		catch (DataIntegrityViolationException ex) {
			// Another request with the same key was faster.
			return earlier(owner, key, fingerprint).orElseThrow(() -> ex);
		}
	}

	private Optional<Launch> earlier(String owner, @Nullable String key, String fingerprint) {
		if (key == null) {
			return Optional.empty();
		}
		Optional<Launch> earlier = this.store.find(owner, key);
		earlier.filter((launch) -> !launch.submission().isFor(fingerprint)).ifPresent((launch) -> {
			throw new IdempotencyKeyReusedException(key, launch.id());
		});
		return earlier;
	}

}
