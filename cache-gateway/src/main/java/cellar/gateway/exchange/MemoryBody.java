package cellar.gateway.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import cellar.gateway.origin.OriginBody;

/**
 * A small body that is here already.
 */
final class MemoryBody implements OriginBody {

	private final ByteArrayInputStream bytes;

	private MemoryBody(byte[] bytes) {
		this.bytes = new ByteArrayInputStream(bytes);
	}

	/**
	 * Reads a body to its end.
	 * @param body the body
	 * @param length its bytes
	 * @return the same bytes
	 * @throws IOException if it breaks off or proves wrong
	 */
	static MemoryBody of(OriginBody body, int length) throws IOException {
		byte[] bytes = new byte[length];
		byte[] chunk = new byte[Math.max(length, 1)];
		int position = 0;
		for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
			System.arraycopy(chunk, 0, bytes, position, read);
			position += read;
		}
		return new MemoryBody(bytes);
	}

	@Override
	public int read(byte[] buffer, int offset, int length) {
		return this.bytes.read(buffer, offset, length);
	}

	@Override
	public void close() {
	}

}
