package cellar.gateway.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.disk.CacheDirectory;
import cellar.gateway.disk.DamagedFileException;
import cellar.gateway.disk.Deletions;
import cellar.gateway.disk.FileName;
import cellar.gateway.disk.ObjectFile;
import cellar.gateway.head.Head;
import cellar.gateway.head.HeadCodec;
import cellar.gateway.index.Entry;
import cellar.gateway.index.Index;
import cellar.gateway.index.Key;

/**
 * Decides what becomes of one file that an earlier process left.
 */
final class Adoption {

	private static final Logger logger = LoggerFactory.getLogger(Adoption.class);

	/** One for all entries of a route. */
	private final Map<Key.Space, Key.Space> spaces = new ConcurrentHashMap<>();

	private final AtomicInteger dropped = new AtomicInteger();

	private final CacheDirectory directory;

	private final Index index;

	private final Deletions deletions;

	private final Retrieval retrieval;

	private final Withdrawals withdrawals;

	Adoption(CacheDirectory directory, Index index, Deletions deletions, Retrieval retrieval, Withdrawals withdrawals) {
		this.directory = directory;
		this.index = index;
		this.deletions = deletions;
		this.retrieval = retrieval;
		this.withdrawals = withdrawals;
	}

	/**
	 * Takes over a file, or deletes it if it is of no use.
	 * @param name its name
	 * @return what came of it
	 */
	Outcome settle(FileName name) {
		ObjectFile.Found found;
		Head head;
		try {
			found = this.directory.open(name);
			found.file().channel().release();
			head = decode(name, found);
		}
		catch (NoSuchFileException ex) {
			return Outcome.SETTLED;
		}
		catch (DamagedFileException ex) {
			discard(name, ex);
			return Outcome.SETTLED;
		}
		catch (IOException ex) {
			logger.atWarn().addKeyValue("file", name).setCause(ex).log("Cache file cannot be read");
			return Outcome.UNCERTAIN;
		}
		Key key = head.key().within(this.spaces.computeIfAbsent(head.key().space(), Function.identity()));
		return offer(new Entry(key, name, found.file().footprint()), head);
	}

	private static Head decode(FileName name, ObjectFile.Found found) throws DamagedFileException {
		try {
			Head head = HeadCodec.decode(found.content());
			if (head.key().fileHash().equals(name.hash())) {
				return head;
			}
		}
		catch (IOException ex) {
			// It is no head of ours.
		}
		throw new DamagedFileException("The file is that of another object");
	}

	// A crash may leave two versions of an object: the newer one counts.
	private Outcome offer(Entry entry, Head head) {
		while (!this.deletions.unlessGone(entry.file(), () -> this.index.restore(entry))) {
			Entry other = this.index.get(entry.key());
			if (this.deletions.isGone(entry.file()) || (other != null && other.file().equals(entry.file()))) {
				return Outcome.SETTLED;
			}
			Head known = (other != null) ? this.retrieval.describe(other) : null;
			if (other != null && known == null) {
				// Which of them is the newer one cannot be told just now.
				return Outcome.UNCERTAIN;
			}
			if (known != null && !known.receivedAt().isBefore(head.receivedAt())) {
				discard(entry.file(), null);
				return Outcome.SETTLED;
			}
			if (other != null) {
				this.withdrawals.withdraw(other);
			}
		}
		return Outcome.SETTLED;
	}

	/**
	 * Deletes a file of which nobody can tell what it is.
	 * @param name its name
	 */
	void discard(FileName name) {
		discard(name, null);
	}

	private void discard(FileName name, @Nullable IOException cause) {
		logger.atInfo().addKeyValue("file", name).addKeyValue("cause", cause).log("Cache file dropped");
		this.deletions.delete(() -> List.of(name));
		this.dropped.incrementAndGet();
	}

	/**
	 * Returns how many files were deleted.
	 * @return how many were damaged, outdated, or nothing that can be told
	 */
	int dropped() {
		return this.dropped.get();
	}

	/**
	 * What came of a file.
	 */
	enum Outcome {

		/** It is a copy now, or it is gone. */
		SETTLED,

		/** Which of both is right cannot be told just now. */
		UNCERTAIN

	}

}
