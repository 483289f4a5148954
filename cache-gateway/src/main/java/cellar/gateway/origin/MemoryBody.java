package cellar.gateway.origin;

import java.io.ByteArrayInputStream;

/**
 * A small body that is here already.
 */
public final class MemoryBody implements OriginBody {

	private final ByteArrayInputStream bytes;

	public MemoryBody(byte[] bytes) {
		this.bytes = new ByteArrayInputStream(bytes);
	}

	@Override
	public int read(byte[] buffer, int offset, int length) {
		return this.bytes.read(buffer, offset, length);
	}

	@Override
	public void close() {
	}

}
