package cellar.gateway.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import cellar.gateway.disk.CacheDirectory;
import cellar.gateway.disk.Deletions;
import cellar.gateway.disk.Storage;
import cellar.gateway.head.Head;
import cellar.gateway.head.HeadCodec;
import cellar.gateway.index.Entry;
import cellar.gateway.index.Index;
import cellar.gateway.index.Key;
import cellar.gateway.index.Selection;
import cellar.gateway.origin.Origin;
import cellar.gateway.slice.FillLimits;

/**
 * Keeps the files, the index over them and the space they take in step.
 */
public final class Shelf implements AutoCloseable {

	private final Index index;

	private final OpenObjects open;

	private final Withdrawals withdrawals;

	private final Space space;

	private final Saver saver;

	private final Recovery recovery;

	private final Tasks tasks;

	private final Retrieval retrieval;

	private final Drafts drafts;

	private final SmallCopies small;

	private final Scrubber scrubber;

	private Shelf(CacheDirectory directory, StoreLimits limits, FillLimits fillLimits, Executor executor) {
		Deletions deletions = new Deletions(directory);
		this.tasks = new Tasks(executor);
		this.index = new Index(limits.maxSize(), limits.pins());
		this.open = new OpenObjects(this.index, deletions, limits.openFiles());
		this.withdrawals = new Withdrawals(this.index, deletions, this.open);
		this.space = new Space(this.index, directory, this.withdrawals, limits.minFree());
		this.saver = new Saver(this.tasks, this.withdrawals);
		this.small = new SmallCopies(limits.memory(), this.index, this.tasks);
		this.scrubber = new Scrubber(directory, this.open, this.saver, this.withdrawals);
		Upkeep upkeep = new Upkeep(this.index, deletions, this.space, this.saver, this.withdrawals, fillLimits,
				this.tasks);
		this.retrieval = new Retrieval(directory, this.open, upkeep);
		this.drafts = new Drafts(directory, this.index, deletions, this.open, this.retrieval, upkeep, limits);
		this.recovery = new Recovery(directory.scan(), this.index,
				new Adoption(directory, this.index, deletions, this.retrieval, this.withdrawals));
	}

	/**
	 * Opens the copies in a directory. Which there are is found out in the background.
	 * @param storage the file system
	 * @param path the directory, which may be empty or not exist yet
	 * @param limits how much is kept
	 * @param fillLimits how much is asked of an origin for one object
	 * @param executor runs what blocks, and refuses nothing
	 * @return the copies
	 * @throws IOException if the directory cannot be made
	 */
	public static Shelf open(Storage storage, Path path, StoreLimits limits, FillLimits fillLimits, Executor executor)
			throws IOException {
		Shelf shelf = new Shelf(CacheDirectory.open(storage, path), limits, fillLimits, executor);
		executor.execute(() -> {
			shelf.recovery.run();
			// The bound may have been lowered meanwhile.
			shelf.space.reserve(0);
		});
		return shelf;
	}

	/**
	 * Waits until all copies that an earlier process left are known.
	 * @throws IOException if some cannot be
	 */
	public void awaitRecovery() throws IOException {
		this.recovery.await();
	}

	/**
	 * Looks a copy up for somebody who asks for it.
	 * @param key its key
	 * @param origin where what it lacks comes from
	 * @return the copy, leased to the caller, or {@code null} if there is none
	 * @throws IOException if it cannot be told or read just now
	 */
	public @Nullable StoredObject lease(Key key, Origin origin) throws IOException {
		Entry entry = this.index.use(key);
		if (entry == null) {
			entry = this.recovery.find(key);
		}
		while (entry != null) {
			StoredObject object = this.retrieval.lease(entry, origin);
			if (object != null) {
				return object;
			}
			// Replaced or dropped meanwhile, or spared by the eviction.
			entry = this.index.get(key);
		}
		return null;
	}

	/**
	 * Looks a copy up that is open already, which takes no look at the disk.
	 * @param key its key
	 * @return the copy, leased to the caller, or {@code null} if there is none
	 */
	public @Nullable StoredObject leaseOpen(Key key) {
		Entry entry = this.index.use(key);
		StoredObject object = (entry != null) ? this.open.get(entry) : null;
		return (object != null && object.lease()) ? object : null;
	}

	/**
	 * Returns where new copies come about.
	 * @return the copies that are not found yet
	 */
	public Drafts drafts() {
		return this.drafts;
	}

	/**
	 * Returns what is in memory.
	 * @return copies that need no file to be served
	 */
	public SmallCopies small() {
		return this.small;
	}

	/**
	 * Returns whether a copy is what the cache has, and nothing else.
	 * @param key its key
	 * @param object the copy, or {@code null} for none
	 * @return whether a look-up would find just that
	 */
	public boolean isCurrent(Key key, @Nullable StoredObject object) {
		return this.index.get(key) == ((object != null) ? object.entry() : null);
	}

	/**
	 * Returns which variants of an object there are copies of, as far as is known.
	 * @param key the key of the object
	 * @return their keys, the one that came first at first
	 */
	public List<Key> variants(Key key) {
		return this.index.variants(key);
	}

	/**
	 * Takes the copy of a variant out, to make room for another one.
	 * @param key its key
	 */
	public void drop(Key key) {
		Entry entry = this.index.get(key);
		if (entry != null) {
			this.withdrawals.withdraw(entry);
		}
	}

	/**
	 * Makes a copy durable as it is now, if it is still one.
	 * @param object the copy, which the caller has leased
	 */
	public void save(StoredObject object) {
		this.saver.save(object);
	}

	/**
	 * Makes a copy durable within a second, together with what changes until then.
	 * @param object the copy, which the caller has leased
	 */
	public void saveSoon(StoredObject object) {
		this.saver.changed(object);
	}

	/**
	 * Replaces what describes a copy, which is to be saved again.
	 * @param object the copy, which the caller has leased
	 * @param head the newer head
	 * @return {@code false} if the file has no room for it, so that the copy is dropped
	 */
	public boolean renew(StoredObject object, Head head) {
		if (!object.file().hasRoomFor(HeadCodec.encode(head).length)) {
			drop(object);
			return false;
		}
		object.head(head);
		this.small.forget(object);
		return true;
	}

	/**
	 * Takes a copy out. Current readers can finish.
	 * @param object the copy
	 */
	public void drop(StoredObject object) {
		this.withdrawals.withdraw(object.entry());
	}

	/**
	 * Drops copies for good: not even a crash brings them back.
	 * @param selection which
	 * @return their keys
	 * @throws IOException if some may come back after a restart; it can be tried again
	 */
	public Set<Key> purge(Selection selection) throws IOException {
		List<Entry> entries = new ArrayList<>();
		try {
			this.recovery.repeat();
		}
		finally {
			// What is known goes even where something else cannot be read.
			entries.addAll(this.index.select(selection));
			entries.forEach(this.withdrawals::withdraw);
			this.withdrawals.sync();
		}
		return entries.stream().map(Entry::key).collect(Collectors.toSet());
	}

	/**
	 * Lists copies without counting that as a use.
	 * @param selection which
	 * @return all of them, in no order
	 */
	public List<Entry> select(Selection selection) {
		return this.index.select(selection);
	}

	/**
	 * Reads what describes a copy, without counting that as a use.
	 * @param entry its entry
	 * @return the head, or {@code null} if it cannot be read or is gone
	 */
	public @Nullable Head describe(Entry entry) {
		return this.retrieval.describe(entry);
	}

	/**
	 * Compares all copies with their checksums. What is bad is dropped.
	 * @param pace how fast
	 */
	public void scrub(Pace pace) {
		this.scrubber.scrub(select(new Selection(null, null)), pace);
	}

	public ShelfFigures figures() {
		return new ShelfFigures(this.index.figures(), running(), this.space.refusals(), this.scrubber.bytes(),
				this.scrubber.bad());
	}

	// A task may leave something to save, and a save becomes a task, between two looks.
	private int running() {
		int before = this.tasks.count();
		int pending = this.saver.pending();
		return Math.max(before, this.tasks.count()) + pending;
	}

	/** Makes durable what is not yet. */
	@Override
	public void close() {
		this.saver.close();
	}

}
