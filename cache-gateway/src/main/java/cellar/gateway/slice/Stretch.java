package cellar.gateway.slice;

/**
 * Slices in a row that one request to the origin brings, from the first to the last. Its
 * end can be moved closer while it runs. Guarded by the lock of its plan.
 */
final class Stretch {

	private final int first;

	private int current;

	private int end;

	private long written;

	/**
	 * Plans a stretch.
	 * @param first the first slice
	 * @param end the first slice after it
	 * @param start offset of the first byte
	 */
	Stretch(int first, int end, long start) {
		this.first = first;
		this.current = first;
		this.end = end;
		this.written = start;
	}

	int first() {
		return this.first;
	}

	int end() {
		return this.end;
	}

	/**
	 * Returns the slice that is on its way right now.
	 * @return its number, or that of the end where all have come
	 */
	int current() {
		return this.current;
	}

	boolean brings(int slice) {
		return slice >= this.current && slice < this.end;
	}

	/**
	 * Returns how far the bytes have come.
	 * @return offset in the body of the first byte that has not come
	 */
	long written() {
		return this.written;
	}

	void wrote(long position) {
		this.written = position;
	}

	void finishSlice() {
		this.current++;
	}

	boolean isOver() {
		return this.current >= this.end;
	}

	/**
	 * Lets it end earlier, but not before the slice that is on its way.
	 * @param slice the first slice that it need not bring
	 */
	void cut(int slice) {
		this.end = Math.clamp(slice, Math.min(this.current + 1, this.end), this.end);
	}

	/**
	 * Lets it go on.
	 * @param slice the first slice that it need not bring, behind its end
	 */
	void extend(int slice) {
		this.end = slice;
	}

	/** Lets it end with the slice that is on its way. */
	void stop() {
		cut(this.current + 1);
	}

}
