package cellar.gateway.origin;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import cellar.gateway.checksum.Proof;

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

	/**
	 * Returns what proves all of the body.
	 * @return the proof, or {@code null} if there is none or this is only a part
	 */
	default @Nullable Proof proof() {
		return null;
	}

	@Override
	void close();

}
