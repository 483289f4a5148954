package cellar.gateway.lookup;

/**
 * The part of an object that somebody wants, before it is known how long the object is.
 *
 * @param first offset of the first byte, or how far before the end it is, as a negative
 * number
 * @param end offset of the first byte that is not wanted, {@link Long#MAX_VALUE} for none
 */
public record Portion(long first, long end) {

	/** All of it. */
	public static final Portion ALL = new Portion(0, Long.MAX_VALUE);

	/** No byte of it, only what describes it. */
	public static final Portion NONE = new Portion(0, 0);

	public boolean isAll() {
		return this.first == 0 && this.end == Long.MAX_VALUE;
	}

	/**
	 * Returns where the part begins.
	 * @param length bytes of the object
	 * @return offset of the first byte, which may lie behind the object
	 */
	public long first(long length) {
		return (this.first >= 0) ? this.first : Math.max(length + this.first, 0);
	}

	/**
	 * Returns where the part ends.
	 * @param length bytes of the object
	 * @return offset of the first byte that is not wanted
	 */
	public long end(long length) {
		return Math.min(this.end, length);
	}

}
