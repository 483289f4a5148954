package cellar.provisioning.cloud;

import java.util.Collection;

/**
 * Thrown when no cloud of that name is configured.
 */
public class CloudNotFoundException extends RuntimeException {

	CloudNotFoundException(String name, Collection<String> known) {
		super("Cloud '" + name + "' not found; "
				+ (known.isEmpty() ? "no cloud is configured" : "configured are '" + String.join("', '", known) + "'"));
	}

}
