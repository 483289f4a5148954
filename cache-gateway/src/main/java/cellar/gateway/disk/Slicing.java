package cellar.gateway.disk;

/**
 * How a body is cut into slices, all of the same length but the last.
 *
 * @param length bytes of the body, 0 or more
 * @param sliceSize bytes of each slice but the last, at least 1
 */
public record Slicing(long length, int sliceSize) {

	public Slicing {
		if (length < 0) {
			throw new IllegalArgumentException("'length' must not be negative");
		}
		if (sliceSize < 1) {
			throw new IllegalArgumentException("'sliceSize' must be positive");
		}
	}

	public long count() {
		return Math.ceilDiv(this.length, this.sliceSize);
	}

	/**
	 * Returns the slice that a byte is in.
	 * @param position offset in the body
	 * @return number of the slice
	 */
	public int slice(long position) {
		return (int) (position / this.sliceSize);
	}

	public long start(int slice) {
		return (long) slice * this.sliceSize;
	}

	/**
	 * Returns where a slice ends.
	 * @param slice the slice
	 * @return offset of the first byte after it
	 */
	public long end(int slice) {
		return Math.min(start(slice) + this.sliceSize, this.length);
	}

	public long length(int slice) {
		return end(slice) - start(slice);
	}

	/**
	 * Returns how much disk space a slice takes up.
	 * @param slice the slice
	 * @return bytes in whole blocks
	 */
	public long footprint(int slice) {
		return Blocks.footprint(length(slice));
	}

}
