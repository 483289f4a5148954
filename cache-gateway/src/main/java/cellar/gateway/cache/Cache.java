package cellar.gateway.cache;

/**
 * Finds objects here or at their origin. Calls block until the head of an answer is
 * known, never until its body is.
 */
public interface Cache {

	/**
	 * Finds an object, fetching it if need be.
	 * @param lookup what is wanted
	 * @return the answer, whose body has to be closed
	 */
	Reply get(Lookup lookup);

	/**
	 * Finds what describes an object, without fetching the object itself.
	 * @param lookup what is wanted
	 * @return the answer, whose body is empty
	 */
	Reply head(Lookup lookup);

}
