package cellar.gateway.disk;

/**
 * The blocks that a file system gives disk space in.
 */
public final class Blocks {

	/** Bytes of one block. */
	public static final int SIZE = 4096;

	private Blocks() {
	}

	/**
	 * Returns how many blocks some bytes take up.
	 * @param bytes how many bytes
	 * @return the blocks, of which the last may be filled in part
	 */
	public static long count(long bytes) {
		return Math.ceilDiv(bytes, SIZE);
	}

	/**
	 * Returns how much disk space some bytes take up.
	 * @param bytes how many bytes
	 * @return bytes in whole blocks
	 */
	public static long footprint(long bytes) {
		return count(bytes) * SIZE;
	}

}
