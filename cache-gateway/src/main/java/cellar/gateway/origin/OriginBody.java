package cellar.gateway.origin;

import java.io.ByteArrayOutputStream;
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
	 * @param offset where in the buffer the first of them goes
	 * @param length how many at most, at least 1
	 * @return how many were read, or -1 at the clean end of a complete body
	 * @throws IOException if the body broke off
	 */
	int read(byte[] buffer, int offset, int length) throws IOException;

	default int read(byte[] buffer) throws IOException {
		return read(buffer, 0, buffer.length);
	}

	/**
	 * Reads all bytes to the end of a body that is known to be small.
	 * @return the bytes
	 * @throws IOException if the body broke off
	 */
	default byte[] readAll() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		byte[] chunk = new byte[8 * 1024];
		for (int read = read(chunk); read >= 0; read = read(chunk)) {
			bytes.write(chunk, 0, read);
		}
		return bytes.toByteArray();
	}

	/**
	 * Leaves out bytes.
	 * @param bytes how many
	 * @return {@code false} if the body ended before them
	 * @throws IOException if the body broke off
	 */
	default boolean skip(long bytes) throws IOException {
		byte[] dropped = new byte[(int) Math.min(bytes, 64 * 1024)];
		for (long left = bytes; left > 0;) {
			int read = read(dropped, 0, (int) Math.min(left, dropped.length));
			if (read < 0) {
				return false;
			}
			left -= read;
		}
		return true;
	}

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
