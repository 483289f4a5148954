package cellar.gateway.checksum;

import java.io.IOException;

/**
 * A body is not what its origin says that it is. No part of it can be had from there.
 */
public class ChecksumMismatchException extends IOException {

	ChecksumMismatchException(String message) {
		super(message);
	}

}
