package cellar.catalog.tarball;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import cellar.catalog.layout.Refusal;
import cellar.catalog.layout.RefusedException;

/**
 * The blocks of a tarball, which all must be there.
 */
class TarBlocks {

	private static final int BUFFER = 64 << 10;

	private final byte[] buffer = new byte[BUFFER];

	private final InputStream in;

	TarBlocks(InputStream in) {
		this.in = in;
	}

	static long padding(long size) {
		return -size & TarHeader.BLOCK - 1;
	}

	static boolean isZero(byte[] bytes, int length) {
		return length == 0 || bytes[0] == 0 && Arrays.equals(bytes, 0, length - 1, bytes, 1, length);
	}

	byte[] next() throws IOException {
		return bytes(TarHeader.BLOCK);
	}

	byte[] bytes(int length) throws IOException {
		byte[] bytes = this.in.readNBytes(length);
		if (bytes.length < length) {
			throw truncated();
		}
		return bytes;
	}

	void skip(long count) throws IOException {
		long left = count;
		while (left > 0) {
			int read = this.in.read(this.buffer, 0, (int) Math.min(left, BUFFER));
			if (read < 0) {
				throw truncated();
			}
			left -= read;
		}
	}

	/**
	 * Reads on behind the end of the tarball, where only zeros may be.
	 * @throws IOException if its compression is damaged
	 */
	void drain() throws IOException {
		for (int read = this.in.read(this.buffer); read >= 0; read = this.in.read(this.buffer)) {
			if (!isZero(this.buffer, read)) {
				throw new RefusedException(Refusal.TRAILING_DATA,
						"There is something behind the end of the tarball; pack the image again into a new one");
			}
		}
	}

	private static RefusedException truncated() {
		return new RefusedException(Refusal.TRUNCATED, "The tarball ends too early; send the whole file");
	}

}
