package cellar.gateway.checksum;

import java.util.HexFormat;

/**
 * The checksum of a body, put together from those of its parts, in order.
 */
public final class PartsChecksum {

	private final CrcAlgebra algebra;

	private long value;

	private long lastLength = -1;

	private long lastShift;

	/**
	 * Begins with nothing.
	 * @param algorithm a combinable one
	 */
	public PartsChecksum(ChecksumAlgorithm algorithm) {
		if (!algorithm.isCombinable()) {
			throw new IllegalArgumentException(algorithm + " knows no parts");
		}
		this.algebra = algorithm.algebra();
	}

	/**
	 * Adds a part.
	 * @param checksum its checksum
	 * @param length its bytes
	 */
	public void add(long checksum, long length) {
		if (length != this.lastLength) {
			this.lastShift = this.algebra.shift(length);
			this.lastLength = length;
		}
		this.value = this.algebra.multiply(this.lastShift, this.value) ^ checksum;
	}

	public String hex() {
		return HexFormat.of().toHexDigits(this.value, this.algebra.bits() / 4);
	}

}
