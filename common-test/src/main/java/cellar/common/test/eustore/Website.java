package cellar.common.test.eustore;

import java.net.URI;
import java.util.Map;

/**
 * Where clients get catalogs and images from.
 */
@FunctionalInterface
public interface Website {

	/**
	 * Gets what is under a URL.
	 * @param url an absolute URL
	 * @param headers what the client sends along
	 * @return the answer, whatever its status
	 */
	WebAnswer get(URI url, Map<String, String> headers);

}
