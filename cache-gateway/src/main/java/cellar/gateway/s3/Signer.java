package cellar.gateway.s3;

import cellar.gateway.exchange.Target;
import cellar.gateway.header.Headers;
import cellar.gateway.origin.OriginRequest;

/**
 * Adds to a request what proves who sends it.
 */
@FunctionalInterface
public interface Signer {

	/** Adds nothing: the store is asked as anybody. */
	Signer ANONYMOUS = (request, target) -> request.headers();

	/**
	 * Returns the headers to send.
	 * @param request the request
	 * @param target where it goes
	 * @return the request's headers and those that sign it
	 */
	Headers sign(OriginRequest request, Target target);

}
