package cellar.gateway.disk;

import java.io.IOException;

/**
 * A file can be opened, but the disk does not give back what it says of itself. That may
 * pass, but whoever has another source need not wait for it.
 */
public class UnreadableFileException extends IOException {

	public UnreadableFileException(IOException cause) {
		super("The file cannot be read", cause);
	}

}
