package cellar.gateway.version;

import java.io.IOException;

/**
 * The rest of a version cannot be had any more, from nobody.
 */
public class VersionGoneException extends IOException {

	public VersionGoneException(String message) {
		super(message);
	}

}
