package cellar.catalog.gateway;

/**
 * Thrown when a gateway may still hold old copies.
 */
public class GatewayException extends RuntimeException {

	/**
	 * Creates an exception.
	 * @param message which gateways, and what they said
	 */
	public GatewayException(String message) {
		super(message);
	}

}
