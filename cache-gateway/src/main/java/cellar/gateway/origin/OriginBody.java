package cellar.gateway.origin;

import java.io.IOException;

/**
 * The bytes of one answer. Closing before the end drops the connection instead of reading
 * the rest.
 */
public interface OriginBody extends AutoCloseable {

	/**
	 * Reads some bytes.
	 * @param buffer where to put them
	 * @return how many were read, or -1 at the clean end of a complete body
	 * @throws IOException if the body broke off
	 */
	int read(byte[] buffer) throws IOException;

	@Override
	void close();

}
