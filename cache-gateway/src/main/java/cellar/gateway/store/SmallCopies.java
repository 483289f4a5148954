package cellar.gateway.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.head.Head;
import cellar.gateway.index.Entry;
import cellar.gateway.index.Index;
import cellar.gateway.index.Key;
import cellar.gateway.slice.Span;

/**
 * Small copies that are asked for often, kept in memory as well. They are served without
 * their file, and found only for as long as it is there.
 */
public final class SmallCopies {

	private static final Logger logger = LoggerFactory.getLogger(SmallCopies.class);

	/** More is sent faster by the kernel. */
	private static final int MOST = 1024 * 1024;

	/** None takes more than such a part of all. */
	private static final int SHARE = 16;

	/** What a copy takes beside its bytes. */
	private static final int OVERHEAD = 1024;

	// An entry stands for one version of one object, and goes with it.
	private final Cache<Entry, SmallCopy> copies;

	private final Index index;

	private final Executor tasks;

	private final long maxBytes;

	/**
	 * Makes an empty set.
	 * @param maxBytes how much it holds
	 * @param index says what is a copy
	 * @param tasks runs what blocks
	 */
	SmallCopies(long maxBytes, Index index, Executor tasks) {
		this.copies = Caffeine.newBuilder()
			.weakKeys()
			.maximumWeight(maxBytes)
			.weigher((Entry _, SmallCopy copy) -> copy.length() + OVERHEAD)
			.executor(Runnable::run)
			.build();
		this.index = index;
		this.tasks = tasks;
		this.maxBytes = maxBytes;
	}

	/**
	 * Looks a copy up for somebody who asks for it.
	 * @param key its key
	 * @return the copy, or {@code null} if it is not in memory
	 */
	public @Nullable SmallCopy get(Key key) {
		Entry entry = this.index.get(key);
		if (entry == null) {
			return null;
		}
		SmallCopy copy = this.copies.getIfPresent(entry);
		if (copy != null) {
			entry.hit();
		}
		return copy;
	}

	/**
	 * Reads a copy into memory, if it is asked for often and not too large for that.
	 * @param object the copy, which the caller has leased
	 */
	public void take(StoredObject object) {
		long length = object.slices().length();
		if (length > 0 && length <= Math.min(MOST, this.maxBytes / SHARE) && object.entry().hits() > 1
				&& object.beginReading()) {
			object.lease();
			this.tasks.execute(() -> {
				try {
					read(object, (int) length);
				}
				finally {
					object.release();
				}
			});
		}
	}

	private void read(StoredObject object, int length) {
		Head head = object.head();
		Span span = object.slices().ready(0, length);
		if (span == null || span.length() < length) {
			return;
		}
		ByteBuffer bytes = ByteBuffer.allocateDirect(length);
		try {
			while (bytes.hasRemaining() && span.file().read(bytes, bytes.position()) > 0) {
				// The rest.
			}
		}
		catch (IOException ex) {
			logger.atWarn().addKeyValue("object", head.key()).addKeyValue("cause", ex.toString()).log("Unreadable");
			return;
		}
		if (!bytes.hasRemaining()) {
			this.copies.put(object.entry(), new SmallCopy(head, bytes.flip()));
			if (object.head() != head) {
				// Renewed meanwhile, perhaps before this could be forgotten.
				forget(object);
			}
		}
	}

	/**
	 * Forgets a copy whose head has changed.
	 * @param object the copy
	 */
	void forget(StoredObject object) {
		this.copies.invalidate(object.entry());
		object.readAgain();
	}

}
