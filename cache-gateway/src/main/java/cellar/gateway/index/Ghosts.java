package cellar.gateway.index;

/**
 * Remembers which keys were evicted lately before they were used again. It may forget one
 * too early or take a stranger for one: both cost a place in the order, nothing else.
 */
final class Ghosts {

	private static final long UNSIGNED = 0xFFFFFFFFL;

	/** Fingerprint in the upper half, time of the eviction in the lower one. */
	private final long[] slots;

	private int time;

	/**
	 * Makes an empty memory.
	 * @param slots how many keys it has room for, a power of two
	 */
	Ghosts(int slots) {
		this.slots = new long[slots];
	}

	void add(Key key) {
		int hash = mix(key);
		this.time++;
		this.slots[hash & (this.slots.length - 1)] = ((long) hash << 32) | (this.time & UNSIGNED);
	}

	/**
	 * Looks a key up and forgets it.
	 * @param key the key
	 * @param span how many evictions ago it may have been at most
	 * @return whether it was evicted as lately as that
	 */
	boolean remove(Key key, int span) {
		int hash = mix(key);
		int place = hash & (this.slots.length - 1);
		long slot = this.slots[place];
		boolean found = slot != 0 && (int) (slot >>> 32) == hash && this.time - (int) slot < span;
		if (found) {
			this.slots[place] = 0;
		}
		return found;
	}

	private static int mix(Key key) {
		int hash = key.hashCode() * 0x9E3779B9;
		return hash ^ (hash >>> 15);
	}

}
