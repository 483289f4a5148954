package cellar.gateway.store;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import cellar.gateway.disk.ObjectFile;
import cellar.gateway.freshness.Freshness;
import cellar.gateway.freshness.FreshnessPolicy;
import cellar.gateway.head.Head;
import cellar.gateway.head.Judgement;
import cellar.gateway.index.Entry;
import cellar.gateway.origin.LatestOrigin;
import cellar.gateway.origin.Origin;
import cellar.gateway.slice.SlicedObject;
import cellar.gateway.version.OriginSource;

/**
 * One version of an object whose file is open. It stays open, and is not evicted, for as
 * long as somebody has a lease.
 */
public final class StoredObject {

	private static final long NEVER = Long.MIN_VALUE;

	private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(10);

	private final Judgement judgement = new Judgement();

	private final AtomicLong readAt = new AtomicLong(NEVER);

	private final Entry entry;

	private final ObjectFile file;

	private final Upkeep upkeep;

	private final LatestOrigin origin;

	private final OriginSource source;

	private final SlicedObject slices;

	private volatile Head head;

	private volatile Instant askAgainAt = Instant.MIN;

	private boolean used;

	private StoredObject(Entry entry, ObjectFile file, Head head, Origin origin, Upkeep upkeep) {
		this.entry = entry;
		this.file = file;
		this.head = head;
		this.upkeep = upkeep;
		this.origin = new LatestOrigin(origin);
		this.source = new OriginSource(this.origin, head.key().object(), head.etag(), file.slices().length());
		this.slices = new SlicedObject(file, this.source, new Growth(this, upkeep), upkeep.limits(), this::execute);
	}

	/**
	 * Makes a copy of an open file.
	 * @param entry its entry
	 * @param file its file, with a lease that goes over to whoever keeps the copy
	 * @param head what describes it
	 * @param origin where what it lacks comes from
	 * @param upkeep what it needs as it grows
	 * @return the copy
	 */
	static StoredObject of(Entry entry, ObjectFile file, Head head, Origin origin, Upkeep upkeep) {
		file.channel().whenClosed(() -> upkeep.deletions().onceGone(entry.file(), () -> upkeep.index().settle(entry)));
		return new StoredObject(entry, file, head, origin, upkeep);
	}

	Entry entry() {
		return this.entry;
	}

	ObjectFile file() {
		return this.file;
	}

	/**
	 * Returns the bytes.
	 * @return what is there of them and what comes
	 */
	public SlicedObject slices() {
		return this.slices;
	}

	/**
	 * Returns where bytes come from that the disk does not have.
	 * @return this very version at its origin
	 */
	public OriginSource source() {
		return this.source;
	}

	/**
	 * Called when another client wants it.
	 * @param latest the origin that hears of this client
	 */
	void use(Origin latest) {
		this.origin.use(latest);
	}

	public Head head() {
		return this.head;
	}

	void head(Head newer) {
		this.head = newer;
	}

	/**
	 * Returns what its head allows.
	 * @param policy what holds where it says nothing
	 * @return what is allowed
	 */
	public Freshness freshness(FreshnessPolicy policy) {
		return this.judgement.of(this.head, policy);
	}

	/**
	 * Returns until when a copy that could not be renewed is used as it is.
	 * @return the time
	 */
	public Instant askAgainAt() {
		return this.askAgainAt;
	}

	/**
	 * Leaves the origin alone for a while.
	 * @param instant until when
	 */
	public void askAgainAt(Instant instant) {
		this.askAgainAt = instant;
	}

	/**
	 * Makes sure that it is read into memory by one at a time, and not again and again
	 * where there is no room for it.
	 * @return whether it is the caller who reads it
	 */
	boolean beginReading() {
		long now = System.nanoTime();
		long before = this.readAt.get();
		boolean due = before == NEVER || now - before >= READ_AGAIN_AFTER.toNanos();
		return due && this.readAt.compareAndSet(before, now);
	}

	/** Marks it as to be read anew. */
	void readAgain() {
		this.readAt.set(NEVER);
	}

	/**
	 * Keeps it open for one more user.
	 * @return {@code false} if it is closed or evicted already
	 */
	public boolean lease() {
		if (!this.entry.lease()) {
			return false;
		}
		if (!this.file.channel().lease()) {
			this.entry.release();
			return false;
		}
		// Only if need be, so that those who use one copy do not fight for its cache
		// line.
		if (!this.used) {
			this.used = true;
		}
		return true;
	}

	/** Releases one lease. */
	public void release() {
		this.entry.release();
		this.file.channel().release();
	}

	/**
	 * Returns whether somebody has leased it since this was last asked. That a race may
	 * give a wrong answer is of no matter.
	 * @return whether it was in use
	 */
	boolean wasUsed() {
		boolean before = this.used;
		this.used = false;
		return before;
	}

	private void execute(Runnable task) {
		// Whoever has something done has a lease himself.
		if (!lease()) {
			throw new IllegalStateException("The object is closed");
		}
		this.upkeep.tasks().execute(() -> {
			try {
				task.run();
			}
			finally {
				release();
			}
		});
	}

}
