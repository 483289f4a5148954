package cellar.catalog.gateway;

/**
 * What clients get of the gateways.
 */
public interface ReadBack {

	/**
	 * Makes sure that clients get a document of every gateway.
	 * @param key the key in the site bucket
	 * @param content all bytes
	 * @throws GatewayException if any gateway serves something else, or nothing
	 */
	void check(String key, byte[] content);

}
