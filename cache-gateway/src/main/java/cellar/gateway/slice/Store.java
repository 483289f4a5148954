package cellar.gateway.slice;

/**
 * What the slices of one object need of the store that their file is in.
 */
public interface Store {

	/**
	 * Finds space before it is written to, for which other things may have to go. It
	 * stays promised until it is taken.
	 * @param bytes how much
	 * @return whether there is space
	 */
	boolean reserve(long bytes);

	/**
	 * Called when space that was promised has been written to, as far as it will be.
	 * @param bytes how much
	 */
	void take(long bytes);

	/**
	 * Called when more slices are there, to make them durable before long.
	 */
	void grew();

	/**
	 * Called when a version is of no use any more: the origin has another, or its bytes
	 * cannot be told from those of another.
	 */
	void spoilt();

}
