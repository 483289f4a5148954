package cellar.provisioning.userdata;

/**
 * Thrown when user data does not fit into what the cloud takes.
 */
public class UserDataTooLargeException extends RuntimeException {

	UserDataTooLargeException(int size, int gzipSize, int limit, Format format) {
		super(("The user data has %d bytes, %d as gzip; the cloud takes %d and a machine that reads '%s' "
				+ (format.isCompressible() ? "unpacks gzip, which is too large too" : "does not unpack gzip"))
			.formatted(size, gzipSize, limit, format));
	}

}
