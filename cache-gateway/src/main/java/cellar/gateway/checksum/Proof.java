package cellar.gateway.checksum;

/**
 * What proves a whole body right or wrong.
 */
public final class Proof {

	private final WholeChecksum checksum;

	private final Runnable refuted;

	/**
	 * Takes an origin at its word.
	 * @param checksum what it says of the body
	 * @param refuted hears if the body is something else
	 */
	public Proof(WholeChecksum checksum, Runnable refuted) {
		this.checksum = checksum;
		this.refuted = refuted;
	}

	public WholeChecksum checksum() {
		return this.checksum;
	}

	/**
	 * Compares the checksum of what came.
	 * @param hex what all of it comes to
	 * @throws ChecksumMismatchException if it is something else
	 */
	public void check(String hex) throws ChecksumMismatchException {
		if (!hex.equals(this.checksum.hex())) {
			this.refuted.run();
			throw new ChecksumMismatchException(
					"The body has %s %s instead of %s".formatted(this.checksum.algorithm(), hex, this.checksum.hex()));
		}
	}

}
