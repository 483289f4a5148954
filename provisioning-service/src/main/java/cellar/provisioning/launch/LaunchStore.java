package cellar.provisioning.launch;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads launches whole and changes them in one transaction each, never over the head of
 * another worker.
 */
@Component
class LaunchStore {

	private final Launches launches;

	private final TransactionTemplate transactions;

	private final Clock clock;

	LaunchStore(Launches launches, TransactionTemplate transactions, Clock clock) {
		this.launches = launches;
		this.transactions = transactions;
		this.clock = clock;
	}

	Launch get(UUID id) {
		return this.transactions
			.execute((status) -> this.launches.findById(id).orElseThrow(() -> new LaunchNotFoundException(id)).whole());
	}

	/**
	 * Changes a launch.
	 * @param seen the launch as the caller saw it last
	 * @param change the change
	 * @return the launch as it is now
	 * @throws StaleLaunchException if it is not as the caller saw it any more
	 */
	Launch change(Launch seen, Consumer<Launch> change) {
		try {
			return this.transactions.execute((status) -> {
				Launch launch = this.launches.findById(seen.id())
					.orElseThrow(() -> new LaunchNotFoundException(seen.id()));
				if (!launch.isStill(seen)) {
					throw new StaleLaunchException(seen.id());
				}
				change.accept(launch);
				launch.touch(this.clock.instant());
				return this.launches.saveAndFlush(launch).whole();
			});
		}
		catch (OptimisticLockingFailureException ex) {
			throw new StaleLaunchException(seen.id());
		}
	}

}
