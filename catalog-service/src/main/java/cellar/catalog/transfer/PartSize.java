package cellar.catalog.transfer;

/**
 * How large the parts of an upload are: small enough to be held in memory, and large
 * enough for the store's limit of 10 000 parts.
 */
public final class PartSize {

	static final int MINIMUM = 8 * 1024 * 1024;

	private static final int MAX_PARTS = 10_000;

	private static final int STEP = 1024 * 1024;

	private PartSize() {
	}

	/**
	 * Returns the size of all parts of a file but the last.
	 * @param size bytes of the file
	 * @return bytes of a part
	 */
	public static int of(long size) {
		long needed = Math.ceilDiv(size, MAX_PARTS);
		long rounded = Math.ceilDiv(needed, STEP) * STEP;
		// Nothing larger than the file itself is worth a buffer.
		return (int) Math.min(Math.max(rounded, MINIMUM), Math.max(size, 1));
	}

}
