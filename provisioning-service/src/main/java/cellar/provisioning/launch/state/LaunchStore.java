package cellar.provisioning.launch.state;

import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import cellar.provisioning.launch.effect.Resource;

/**
 * Reads launches whole and changes each in one transaction, which fails if another worker
 * has changed it since.
 */
@Component
public class LaunchStore {

	private static final Set<LaunchState> UNSETTLED = Arrays.stream(LaunchState.values())
		.filter((state) -> !state.isSettled())
		.collect(Collectors.toUnmodifiableSet());

	private static final Set<Resource.State> LEFT_OVER = Set.of(Resource.State.LEFT, Resource.State.UNKNOWN);

	private final Launches launches;

	private final TransactionTemplate transactions;

	private final Clock clock;

	LaunchStore(Launches launches, TransactionTemplate transactions, Clock clock) {
		this.launches = launches;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Takes a new launch in.
	 * @param launch the launch
	 * @return the launch as it is now
	 */
	public Launch add(Launch launch) {
		return this.transactions.execute((status) -> this.launches.saveAndFlush(launch).whole());
	}

	public Optional<Launch> find(UUID id) {
		return this.transactions.execute((status) -> this.launches.findById(id).map(Launch::whole));
	}

	/**
	 * Finds the launch that was asked for with a key.
	 * @param owner who asked
	 * @param idempotencyKey the key
	 * @return the launch, or nothing if the key is new
	 */
	public Optional<Launch> find(String owner, String idempotencyKey) {
		return this.transactions
			.execute((status) -> this.launches.findBySubmissionOwnerAndSubmissionIdempotencyKey(owner, idempotencyKey)
				.map(Launch::whole));
	}

	public Launch get(UUID id) {
		return find(id).orElseThrow(() -> new LaunchNotFoundException(id));
	}

	/**
	 * Lists launches.
	 * @param <T> what is made of each
	 * @param owner who asked for them, or nothing for those of everybody
	 * @param page which of them
	 * @param view what to make of each while it can be read
	 * @return what was made of them
	 */
	public <T> Page<T> list(@Nullable String owner, Pageable page, Function<Launch, T> view) {
		return this.transactions.execute((status) -> ((owner != null) ? this.launches.findBySubmissionOwner(owner, page)
				: this.launches.findAllBy(page))
			.map(view));
	}

	/**
	 * Counts launches, and what they left.
	 * @return all of them in numbers
	 */
	public LaunchFigures figures() {
		return this.transactions.execute((status) -> new LaunchFigures(
				this.launches.countByState()
					.stream()
					.collect(Collectors.toMap(Launches.StateCount::state, Launches.StateCount::count)),
				this.launches.oldestIn(UNSETTLED),
				this.launches.countResourcesIn(LEFT_OVER)
					.stream()
					.collect(Collectors.toMap(Launches.KindCount::kind, Launches.KindCount::count))));
	}

	/**
	 * Changes a launch.
	 * @param seen the launch as the caller saw it last
	 * @param change the change
	 * @return the launch as it is now
	 * @throws StaleLaunchException if it is not as the caller saw it any more
	 */
	public Launch change(Launch seen, Consumer<Launch> change) {
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
