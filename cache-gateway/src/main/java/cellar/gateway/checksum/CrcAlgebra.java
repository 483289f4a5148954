package cellar.gateway.checksum;

/**
 * Calculates with CRCs as the polynomials that they are, over one bit each, modulo the
 * one that makes the CRC. The highest bit stands for 1, the one below it for x, and so
 * on.
 *
 * @param modulus the polynomial without its highest power
 * @param bits how many bits a CRC has
 */
record CrcAlgebra(long modulus, int bits) {

	/**
	 * Returns what a CRC has to be multiplied by when bytes come after what it is of.
	 * @param bytes how many bytes come
	 * @return the factor
	 */
	long shift(long bytes) {
		long result = 1L << (this.bits - 1);
		long power = result >>> 1;
		for (long exponent = bytes * 8; exponent > 0; exponent >>>= 1) {
			if ((exponent & 1) != 0) {
				result = multiply(result, power);
			}
			power = multiply(power, power);
		}
		return result;
	}

	/**
	 * Multiplies two polynomials.
	 * @param one the one
	 * @param other the other
	 * @return their product
	 */
	long multiply(long one, long other) {
		long product = 0;
		long multiple = other;
		for (long bit = 1L << (this.bits - 1); bit != 0; bit >>>= 1) {
			if ((one & bit) != 0) {
				product ^= multiple;
			}
			multiple = ((multiple & 1) != 0) ? (multiple >>> 1) ^ this.modulus : multiple >>> 1;
		}
		return product;
	}

}
