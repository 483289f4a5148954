package cellar.catalog.gateway;

import java.util.List;

/**
 * All cache gateways together.
 */
public interface Gateways {

	/**
	 * Makes every gateway forget what it holds under some keys. Safe to repeat.
	 * @param prefixes beginnings of keys
	 * @throws GatewayException if any of them did not confirm
	 */
	void purge(List<String> prefixes);

}
