package cellar.gateway.range;

/**
 * A part of a body (RFC 9110, 14.1.2).
 *
 * @param first offset of the first byte
 * @param last offset of the last byte
 */
public record ByteRange(long first, long last) {

	/**
	 * Returns how long the part is.
	 * @return bytes
	 */
	public long length() {
		return this.last - this.first + 1;
	}

	/**
	 * Returns where the part is.
	 * @param total bytes of the body
	 * @return the value of a {@code Content-Range} field
	 */
	public String contentRange(long total) {
		return "bytes " + this.first + "-" + this.last + "/" + total;
	}

}
