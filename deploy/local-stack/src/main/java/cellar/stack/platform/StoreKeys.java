package cellar.stack.platform;

import java.io.IOException;

import cellar.stack.secret.Secret;
import cellar.stack.secret.Secrets;

/**
 * How one signs requests to the object store or to the simulated cloud.
 *
 * @param access who one is
 * @param secret what proves it
 */
record StoreKeys(Secret access, Secret secret) {

	static StoreKeys of(Secrets secrets, String part) throws IOException {
		return new StoreKeys(secrets.get(part + "-access-key"), secrets.get(part + "-secret-key"));
	}

}
