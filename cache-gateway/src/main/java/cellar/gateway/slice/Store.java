package cellar.gateway.slice;

/**
 * What the slices of one object need of the store that their file is in.
 */
public interface Store {

	/**
	 * Finds space before it is written to, for which other things may have to go.
	 * @param claim makes the file take the space up; run if there is any
	 * @param bytes how much
	 * @return whether there is space
	 */
	boolean reserve(Runnable claim, long bytes);

	/**
	 * Hears that more slices are there, to make them durable before long.
	 */
	void grew();

	/**
	 * Hears that a version is of no use any more: the origin has another, or its bytes
	 * cannot be told from those of another.
	 */
	void spoilt();

}
