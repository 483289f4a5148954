package cellar.gateway.slice;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.zip.Checksum;

import org.jspecify.annotations.Nullable;

import cellar.gateway.disk.ObjectFile;
import cellar.gateway.disk.SliceTable;
import cellar.gateway.origin.OriginBody;
import cellar.gateway.version.ExactBody;
import cellar.gateway.version.Source;

/**
 * How the slices of an object come that are missing: each by a single request to the
 * origin, whoever waits for it, and for as long as anybody does.
 */
final class Filling implements Progress {

	private final Waiters waiters = new Waiters();

	private final ObjectFile file;

	private final SliceTable slices;

	private final Source source;

	private final Store store;

	private final Executor executor;

	private final FetchPlan plan;

	private final Readership readership;

	private final SliceProof proof;

	private @Nullable IOException end;

	Filling(ObjectFile file, Source source, Store store, FillLimits limits, Executor executor) {
		this.file = file;
		this.slices = file.slices();
		this.source = source;
		this.store = store;
		this.executor = executor;
		this.plan = new FetchPlan(this.slices, limits);
		this.readership = new Readership(file, this.plan, limits);
		this.proof = new SliceProof(file, source);
	}

	/**
	 * Returns how far a slice has come that is not there whole.
	 * @param slice the slice
	 * @return offset of the first byte that has not come; that of the slice or less if
	 * none has
	 */
	synchronized long written(int slice) {
		Stretch stretch = this.plan.bringing(slice);
		return (stretch != null && stretch.current() == slice) ? stretch.written() : 0;
	}

	/**
	 * Returns how much of some slices is there.
	 * @param first the first of them
	 * @param last the last of them
	 * @return that of the slice which is the farthest from being there
	 */
	synchronized Presence presence(int first, int last) {
		Presence presence = Presence.PRESENT;
		for (int slice = first; slice <= last; slice++) {
			if (!this.slices.isPresent(slice)) {
				if (this.plan.bringing(slice) == null) {
					return Presence.MISSING;
				}
				presence = Presence.COMING;
			}
		}
		return presence;
	}

	/**
	 * Waits for bytes, and has them fetched if nobody does so yet.
	 * @param position offset of the byte that is wanted
	 * @param end offset of the first byte that is not wanted
	 * @return completed when it is worth another look; exceptionally if the byte will
	 * never be there
	 */
	CompletableFuture<Void> await(long position, long end) {
		int slice = this.slices.slice(position);
		CompletableFuture<Void> woken;
		Stretch start;
		synchronized (this) {
			if (this.slices.isPresent(slice) || written(slice) > position) {
				return CompletableFuture.completedFuture(null);
			}
			if (this.end != null) {
				return CompletableFuture.failedFuture(this.end);
			}
			start = this.plan.want(slice, this.slices.slice(end - 1) + 1);
			woken = this.waiters.add(slice, position);
		}
		start(start);
		return woken;
	}

	/**
	 * Fetches slices that a reader will want soon.
	 * @param slice the slice that he is at
	 * @param end the first slice that he does not want
	 */
	void readAhead(int slice, int end) {
		Stretch start;
		synchronized (this) {
			start = (this.end == null) ? this.plan.ahead(slice, end) : null;
		}
		start(start);
	}

	private void start(@Nullable Stretch stretch) {
		if (stretch != null) {
			this.proof.ask(this.executor);
			this.executor.execute(() -> new StretchFetch(this, this.file, stretch, this.source, this.store).run());
		}
	}

	/**
	 * Announces slices that the origin is giving already, so that nobody asks for them
	 * again.
	 * @param first the first of them
	 * @param end the first slice after them
	 * @return takes them from the answer, which has just them, and returns when that is
	 * over; to be called in any case
	 */
	Consumer<OriginBody> expect(int first, int end) {
		Stretch stretch;
		synchronized (this) {
			stretch = this.plan.begun(first, end);
		}
		return (body) -> {
			this.proof.given(body.proof());
			this.proof.ask(this.executor);
			try (body) {
				new StretchFetch(this, this.file, stretch, (_, _) -> new ExactBody(body), this.store).run();
			}
		};
	}

	@Override
	public synchronized int extend(Stretch stretch, int asked) {
		return this.plan.extend(stretch, asked);
	}

	@Override
	public void wrote(Stretch stretch, long position) {
		List<CompletableFuture<Void>> woken;
		synchronized (this) {
			stretch.wrote(position);
			woken = this.waiters.reached(stretch.current(), position);
		}
		wake(woken);
	}

	@Override
	public @Nullable Checksum proving() {
		return this.proof.part();
	}

	@Override
	public void proved(int slice, long checksum) {
		this.proof.add(slice, checksum);
	}

	@Override
	public boolean finished(Stretch stretch, int checksum) throws IOException {
		this.proof.confirm(stretch.current(), checksum, () -> add(stretch, checksum));
		synchronized (this) {
			return !stretch.isOver();
		}
	}

	private boolean add(Stretch stretch, int checksum) {
		List<CompletableFuture<Void>> woken;
		synchronized (this) {
			int slice = stretch.current();
			if (!this.slices.add(slice, checksum)) {
				return false;
			}
			woken = this.waiters.reached(slice, this.slices.end(slice));
			stretch.finishSlice();
		}
		wake(woken);
		return true;
	}

	@Override
	public void ended(Stretch stretch, @Nullable IOException failure) {
		List<CompletableFuture<Void>> failed;
		Stretch next;
		boolean gone = Failures.isFinal(failure);
		synchronized (this) {
			if (gone) {
				this.end = failure;
				this.readership.giveUp();
			}
			failed = gone ? this.waiters.removeAll((_) -> true)
					: this.waiters.removeAll((slice) -> slice >= stretch.current() && slice < stretch.end());
			next = this.plan.ended(stretch);
		}
		if (gone) {
			this.store.spoilt();
		}
		if (failure != null) {
			failed.forEach((waiter) -> waiter.completeExceptionally(failure));
		}
		else {
			wake(failed);
		}
		start(next);
	}

	private static void wake(List<CompletableFuture<Void>> woken) {
		woken.forEach((waiter) -> waiter.complete(null));
	}

	synchronized void joined(SliceReader reader) {
		this.readership.joined(reader);
	}

	/**
	 * Called when a reader needs no more.
	 * @param reader the reader
	 * @return whether the caller has to read the rest
	 */
	synchronized boolean left(SliceReader reader) {
		CompletableFuture<Void> waiting = reader.waiting();
		if (waiting != null) {
			this.waiters.forget(waiting);
		}
		return this.readership.left(reader);
	}

	/**
	 * Called when somebody has not read after all.
	 * @return whether the caller has to read the rest
	 */
	synchronized boolean leftUnread() {
		return this.readership.leftUnread();
	}

	/** Called when the rest has come without a reader, or will not. */
	synchronized void finishedAlone() {
		this.readership.finishedAlone();
	}

}
