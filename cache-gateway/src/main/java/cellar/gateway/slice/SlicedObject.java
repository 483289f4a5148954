package cellar.gateway.slice;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import cellar.gateway.disk.ObjectFile;
import cellar.gateway.disk.SliceTable;
import cellar.gateway.origin.ChecksumMismatchException;
import cellar.gateway.origin.OriginBody;

/**
 * One version of an object that is in use. Any number of readers at any offsets share
 * each slice's single request to the origin and get its bytes as they arrive. No reader
 * ever holds a thread or paces another.
 */
public final class SlicedObject {

	private final ReentrantLock lock = new ReentrantLock();

	private final Waiters waiters = new Waiters();

	private final BitSet verifying = new BitSet();

	private final ObjectFile file;

	private final SliceTable slices;

	private final Source source;

	private final Store store;

	private final FillLimits limits;

	private final Executor executor;

	private final FetchPlan plan;

	private final SliceProof proof;

	/** Held by whoever ends a slice, so that the last one knows that it is. */
	private final ReentrantLock proving = new ReentrantLock();

	private @Nullable IOException end;

	private final Set<SliceReader> readers = new HashSet<>();

	private boolean finishing;

	/**
	 * Takes an object into use.
	 * @param file its file
	 * @param source where what is missing comes from
	 * @param store what its file is in
	 * @param limits how much is asked of the origin
	 * @param executor runs what blocks
	 */
	public SlicedObject(ObjectFile file, Source source, Store store, FillLimits limits, Executor executor) {
		this.file = file;
		this.slices = file.slices();
		this.source = source;
		this.store = store;
		this.limits = limits;
		this.executor = executor;
		this.plan = new FetchPlan(this.slices, limits);
		this.proof = new SliceProof(file, source);
	}

	public ObjectFile file() {
		return this.file;
	}

	SliceProof proof() {
		return this.proof;
	}

	/**
	 * Returns what can be read right now. Never waits for the disk or the origin.
	 * @param position offset of the first byte that is wanted
	 * @param end offset of the first byte that is not wanted
	 * @return the bytes, or {@code null} if they have to be waited for
	 */
	public @Nullable Span ready(long position, long end) {
		int slice = this.slices.slice(position);
		if (!this.slices.isChecked(slice)) {
			return coming(slice, position, end);
		}
		int last = this.slices.slice(end - 1);
		while (slice < last && this.slices.isChecked(slice + 1)) {
			slice++;
		}
		return span(position, Math.min(this.slices.end(slice), end));
	}

	/**
	 * Tells how much of a part is there.
	 * @param first offset of the first byte
	 * @param end offset of the first byte after the part
	 * @return that of the slice which is the farthest from being there
	 */
	public Presence presence(long first, long end) {
		if (first >= end || this.slices.isComplete()) {
			return Presence.PRESENT;
		}
		Presence presence = Presence.PRESENT;
		this.lock.lock();
		try {
			for (int slice = this.slices.slice(first); slice <= this.slices.slice(end - 1); slice++) {
				if (!this.slices.isPresent(slice)) {
					if (this.plan.bringing(slice) == null) {
						return Presence.MISSING;
					}
					presence = Presence.COMING;
				}
			}
			return presence;
		}
		finally {
			this.lock.unlock();
		}
	}

	private @Nullable Span coming(int slice, long position, long end) {
		this.lock.lock();
		try {
			Stretch stretch = this.plan.bringing(slice);
			if (stretch == null || stretch.current() != slice || stretch.written() <= position) {
				return null;
			}
			return span(position, Math.min(stretch.written(), end));
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Hears that bytes cannot be read as they were written. Their slices are compared
	 * with their checksums before anybody gets them, and asked for again if need be.
	 * @param first offset of the first byte
	 * @param end offset of the first byte after them
	 */
	public void distrust(long first, long end) {
		for (int slice = this.slices.slice(first); slice <= this.slices.slice(end - 1); slice++) {
			this.slices.distrust(slice);
		}
	}

	/**
	 * Returns how long the object is.
	 * @return bytes
	 */
	public long length() {
		return this.slices.length();
	}

	/**
	 * Returns where the slice of a byte ends.
	 * @param position offset of the byte
	 * @return offset of the first byte of the next slice
	 */
	public long sliceEnd(long position) {
		return this.slices.end(this.slices.slice(position));
	}

	private Span span(long position, long end) {
		return new Span(this.file.channel().channel(), position, end - position);
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
		Stretch start = null;
		boolean verify = false;
		this.lock.lock();
		try {
			if (ready(position, end) != null) {
				return CompletableFuture.completedFuture(null);
			}
			if (this.slices.isPresent(slice)) {
				verify = !this.verifying.get(slice);
				this.verifying.set(slice);
			}
			else if (this.end != null) {
				return CompletableFuture.failedFuture(this.end);
			}
			else {
				start = this.plan.want(slice, this.slices.slice(end - 1) + 1);
			}
			woken = this.waiters.add(slice, position);
		}
		finally {
			this.lock.unlock();
		}
		if (verify) {
			this.executor.execute(() -> verify(slice));
		}
		start(start);
		return woken;
	}

	/**
	 * Has slices fetched that a reader will want soon.
	 * @param position where he is
	 * @param end offset of the first byte that he does not want
	 */
	void readAhead(long position, long end) {
		if (this.slices.isComplete()) {
			return;
		}
		Stretch start;
		this.lock.lock();
		try {
			start = (this.end == null) ? this.plan.ahead(this.slices.slice(position), this.slices.slice(end - 1) + 1)
					: null;
		}
		finally {
			this.lock.unlock();
		}
		start(start);
	}

	private void start(@Nullable Stretch stretch) {
		if (stretch != null) {
			this.proof.ask(this.executor);
			this.executor.execute(() -> new StretchFetch(this, stretch, this.source, this.store).run());
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
	public Consumer<OriginBody> expect(int first, int end) {
		Stretch stretch;
		this.lock.lock();
		try {
			stretch = this.plan.begun(first, end);
		}
		finally {
			this.lock.unlock();
		}
		return (body) -> {
			this.proof.given(body.proof());
			try (body) {
				new StretchFetch(this, stretch, (_, _) -> body, this.store).run();
			}
		};
	}

	/**
	 * Hears that the origin gives more than a stretch asks for, all that comes after it.
	 * @param stretch the stretch
	 * @param asked where it ended
	 * @return where it ends by now
	 */
	int extend(Stretch stretch, int asked) {
		this.lock.lock();
		try {
			return this.plan.extend(stretch, asked);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Hears how far the bytes of a stretch have come.
	 * @param stretch the stretch
	 * @param position offset of the first byte that has not come
	 */
	void wrote(Stretch stretch, long position) {
		List<CompletableFuture<Void>> woken;
		this.lock.lock();
		try {
			stretch.wrote(position);
			woken = this.waiters.reached(stretch.current(), position);
		}
		finally {
			this.lock.unlock();
		}
		wake(woken);
	}

	/**
	 * Hears that a slice has come whole. Nobody has got its last bytes before.
	 * @param stretch the stretch that brought it
	 * @param checksum the CRC32C of its bytes
	 * @return whether there is another one to bring
	 * @throws ChecksumMismatchException if all of the object is there and is not what it
	 * should be
	 * @throws NotStoredException if the file cannot be read
	 */
	boolean finished(Stretch stretch, int checksum) throws IOException {
		this.proving.lock();
		try {
			this.proof.check(stretch.current(), checksum);
			return proved(stretch, checksum);
		}
		catch (ChecksumMismatchException ex) {
			throw ex;
		}
		catch (IOException ex) {
			throw new NotStoredException("The cache file cannot be read", ex);
		}
		finally {
			this.proving.unlock();
		}
	}

	private boolean proved(Stretch stretch, int checksum) {
		List<CompletableFuture<Void>> woken;
		boolean more;
		this.lock.lock();
		try {
			int slice = stretch.current();
			this.slices.add(slice, checksum);
			woken = this.waiters.reached(slice, this.slices.end(slice));
			stretch.finishSlice();
			more = !stretch.isOver();
		}
		finally {
			this.lock.unlock();
		}
		wake(woken);
		return more;
	}

	/**
	 * Hears that a stretch has ended.
	 * @param stretch the stretch
	 * @param failure why it ended too early, or {@code null} if it did not
	 */
	void ended(Stretch stretch, @Nullable IOException failure) {
		List<CompletableFuture<Void>> failed;
		Stretch next;
		// Where it proved wrong, asking again for a part would only hide it.
		boolean gone = failure instanceof VersionGoneException || failure instanceof ChecksumMismatchException;
		this.lock.lock();
		try {
			if (gone) {
				this.end = failure;
				this.plan.stop();
			}
			// Who waits for a slice to be compared with its checksum waits for no origin.
			failed = gone ? this.waiters.removeAll((slice) -> !this.slices.isPresent(slice))
					: this.waiters.removeAll((slice) -> slice >= stretch.current() && slice < stretch.end());
			next = this.plan.ended(stretch);
		}
		finally {
			this.lock.unlock();
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

	private void verify(int slice) {
		try {
			this.file.verify(slice);
		}
		finally {
			verified(slice);
		}
	}

	private void verified(int slice) {
		List<CompletableFuture<Void>> woken;
		this.lock.lock();
		try {
			this.verifying.clear(slice);
			woken = this.waiters.removeAll((other) -> other == slice);
		}
		finally {
			this.lock.unlock();
		}
		wake(woken);
	}

	private static void wake(List<CompletableFuture<Void>> woken) {
		woken.forEach((waiter) -> waiter.complete(null));
	}

	/**
	 * Adds a reader.
	 * @return the reader, to be closed
	 */
	public SliceReader read() {
		SliceReader reader = new SliceReader(this, this::left);
		this.lock.lock();
		try {
			this.readers.add(reader);
		}
		finally {
			this.lock.unlock();
		}
		return reader;
	}

	/**
	 * Hears that a reader needs no more. What nobody waits for is given up, unless so
	 * much is there that the rest is worth having.
	 * @param reader the reader
	 */
	void left(SliceReader reader) {
		CompletableFuture<Void> waiting = reader.waiting();
		boolean finish = false;
		this.lock.lock();
		try {
			this.readers.remove(reader);
			if (waiting != null) {
				this.waiters.forget(waiting);
			}
			if (!this.plan.isIdle() && !this.finishing) {
				boolean worth = isWorthFinishing();
				finish = worth && this.readers.isEmpty();
				this.finishing = finish;
				if (!worth) {
					this.plan.keepFor(this.readers);
				}
			}
		}
		finally {
			this.lock.unlock();
		}
		if (finish) {
			this.executor.execute(new Finisher(this));
		}
	}

	private boolean isWorthFinishing() {
		return this.end == null && !this.file.isRetired()
				&& this.slices.presentBytes() >= this.limits.finishedAlone() * this.slices.length();
	}

	/** Hears that the rest has come without a reader, or will not. */
	void finished() {
		this.lock.lock();
		try {
			this.finishing = false;
			if (this.readers.isEmpty()) {
				this.plan.stop();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

}
