package cellar.gateway.cache;

import org.jspecify.annotations.Nullable;

import cellar.gateway.lookup.Lookup;
import cellar.gateway.lookup.Reply;

/**
 * Finds objects here or at their origin. Calls block until the head of an answer is
 * known, never until its body is.
 */
public interface Cache {

	/**
	 * Finds an object that can be served without waiting for anything: neither disk nor
	 * origin, nor anybody else.
	 * @param lookup what is wanted
	 * @return the answer, whose body has to be closed, or {@code null} if the other calls
	 * have to be made
	 */
	@Nullable Reply hit(Lookup lookup);

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
