package cellar.gateway.store;

/**
 * Disk space that an entry counts already although its file does not tell of what is in
 * it: slices that broke off before the file was last closed. What comes in their place
 * needs no more.
 */
final class Surplus {

	private long left;

	/** Of what somebody was given and has not reported yet. */
	private long given;

	/**
	 * Makes the surplus of a file that is opened.
	 * @param bytes how much
	 */
	Surplus(long bytes) {
		this.left = Math.max(bytes, 0);
	}

	/**
	 * Gives some of it.
	 * @param wanted how much at most
	 * @return how much
	 */
	synchronized long give(long wanted) {
		long some = Math.min(wanted, this.left);
		this.left -= some;
		this.given += some;
		return some;
	}

	/**
	 * Takes back what was given for nothing.
	 * @param bytes how much
	 */
	synchronized void giveBack(long bytes) {
		this.given -= bytes;
		this.left += bytes;
	}

	/**
	 * Records that space is taken up by now.
	 * @param bytes how much, of this and of what was promised beside it
	 * @return how much of it is not counted yet
	 */
	synchronized long settle(long bytes) {
		long some = Math.min(bytes, this.given);
		this.given -= some;
		return bytes - some;
	}

}
