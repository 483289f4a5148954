package cellar.gateway.fetch;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import cellar.gateway.freshness.Freshness;
import cellar.gateway.head.Head;
import cellar.gateway.lookup.Lookup;
import cellar.gateway.store.Shelf;
import cellar.gateway.store.StoredObject;

/**
 * One request to an origin and everybody who waits for it. Once purged it goes on for
 * those, but leaves nothing behind.
 */
public class Fetch {

	private final CompletableFuture<FetchResult> result = new CompletableFuture<>();

	private final ReentrantLock storing = new ReentrantLock();

	private final AtomicBoolean leased = new AtomicBoolean(true);

	private final Lookup lookup;

	private final @Nullable StoredObject base;

	private final boolean background;

	private int expected;

	private boolean purged;

	private volatile boolean outgrown;

	/**
	 * Describes a fetch.
	 * @param lookup what for
	 * @param base the copy to renew, if there is one, leased for as long as it runs
	 * @param background whether nobody waits for it
	 */
	Fetch(Lookup lookup, @Nullable StoredObject base, boolean background) {
		this.lookup = lookup;
		this.base = base;
		this.background = background;
	}

	Lookup lookup() {
		return this.lookup;
	}

	@Nullable StoredObject base() {
		return this.base;
	}

	/**
	 * Releases the copy to renew, which is not needed once another takes its place.
	 */
	void releaseBase() {
		if (this.base != null && this.leased.compareAndSet(true, false)) {
			this.base.release();
		}
	}

	boolean isBackground() {
		return this.background;
	}

	/**
	 * Announces somebody who will wait for the result and then read from what it shares.
	 * @return {@code false} if it comes too late to be reckoned with
	 */
	synchronized boolean expect() {
		if (this.result.isDone()) {
			return false;
		}
		this.expected++;
		return true;
	}

	synchronized void decide(FetchResult decided) {
		if (decided instanceof FetchResult.Shared shared && !this.result.isDone()) {
			for (int user = 0; user < this.expected; user++) {
				shared.lease();
			}
		}
		this.result.complete(decided);
	}

	/**
	 * Returns whether newcomers have to look for themselves: the copy is found by now, it
	 * will not come whole, or what comes may only be used by those who asked before it
	 * came (RFC 9111, 4).
	 * @param now the time
	 * @return whether they may not join
	 */
	boolean isOver(Instant now) {
		FetchResult decided = this.result.getNow(null);
		if (decided instanceof FetchResult.Whole whole) {
			Head head = whole.head();
			return whole.pass().isBroken()
					|| !Freshness.of(head.headers(), this.lookup.policy()).isUsableWhileRevalidating(head.age(now));
		}
		return decided != null;
	}

	public FetchResult await() {
		return this.result.join();
	}

	/**
	 * Changes what is stored, unless this fetch was purged. A purge waits for a change
	 * that is under way, so that it finds the result.
	 * @param change the change
	 * @return whether it was made
	 */
	boolean store(Runnable change) {
		this.storing.lock();
		try {
			if (!this.purged) {
				change.run();
			}
			return !this.purged;
		}
		finally {
			this.storing.unlock();
		}
	}

	/**
	 * Drops the copy to renew, if there is one, unless this fetch was purged.
	 * @param shelf what the copy is in
	 */
	void dropBase(Shelf shelf) {
		StoredObject dropped = this.base;
		if (dropped != null) {
			store(() -> shelf.drop(dropped));
		}
	}

	void purge() {
		this.storing.lock();
		try {
			this.purged = true;
		}
		finally {
			this.storing.unlock();
		}
	}

	/** Called when the object has not found room while others were reading it. */
	void outgrow() {
		this.outgrown = true;
	}

	boolean hasOutgrownItsRoom() {
		return this.outgrown;
	}

}
