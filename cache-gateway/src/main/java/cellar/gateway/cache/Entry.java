package cellar.gateway.cache;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One complete copy in the index.
 */
final class Entry {

	private static final long BLOCK = 4096;

	private static final long OBJECTS = 1024;

	private final StoredObject object;

	private final int recordSize;

	private final AtomicBoolean verified;

	private volatile Instant askAgainAt = Instant.MIN;

	private Entry(StoredObject object, AtomicBoolean verified) {
		this.object = object;
		this.recordSize = RecordCodec.size(object);
		this.verified = verified;
	}

	/**
	 * Makes an entry of bytes that this process wrote and checked.
	 * @param object the record
	 * @return the entry
	 */
	static Entry written(StoredObject object) {
		return new Entry(object, new AtomicBoolean(true));
	}

	/**
	 * Makes an entry of bytes that an earlier process left.
	 * @param object the record
	 * @return the entry
	 */
	static Entry found(StoredObject object) {
		return new Entry(object, new AtomicBoolean());
	}

	Entry renewed(StoredObject newer) {
		return new Entry(newer, this.verified);
	}

	/**
	 * Returns the disk space of a body and of the record beside it.
	 * @param length bytes of the body
	 * @param recordSize bytes of the record
	 * @return bytes in whole blocks
	 */
	static long footprint(long length, int recordSize) {
		return blocks(length) + blocks(recordSize);
	}

	private static long blocks(long bytes) {
		return (bytes + BLOCK - 1) / BLOCK * BLOCK;
	}

	long footprint() {
		return footprint(this.object.length(), this.recordSize);
	}

	/**
	 * Returns about how much memory this takes up: its texts and what holds them.
	 * @return bytes
	 */
	long heap() {
		return OBJECTS + 2L * this.recordSize;
	}

	StoredObject object() {
		return this.object;
	}

	AtomicBoolean verified() {
		return this.verified;
	}

	Instant askAgainAt() {
		return this.askAgainAt;
	}

	void askAgainAt(Instant instant) {
		this.askAgainAt = instant;
	}

}
