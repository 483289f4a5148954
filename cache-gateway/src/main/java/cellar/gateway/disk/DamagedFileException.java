package cellar.gateway.disk;

import java.io.IOException;

/**
 * A file is not what its name says, for good: other than one that cannot be read just
 * now, it may be deleted.
 */
public class DamagedFileException extends IOException {

	public DamagedFileException(String message) {
		super(message);
	}

}
