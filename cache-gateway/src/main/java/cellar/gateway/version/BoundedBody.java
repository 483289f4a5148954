package cellar.gateway.version;

import java.io.EOFException;
import java.io.IOException;

import cellar.gateway.origin.OriginBody;

/**
 * A part of a body that the origin gives more of.
 */
final class BoundedBody implements PartBody {

	private static final int CHUNK = 64 * 1024;

	private final OriginBody body;

	private long skip;

	private long left;

	/**
	 * Cuts out a part.
	 * @param body all of the body, which goes over to this
	 * @param first offset of the first byte
	 * @param end offset of the first byte after the part
	 */
	BoundedBody(OriginBody body, long first, long end) {
		this.body = body;
		this.skip = first;
		this.left = end - first;
	}

	@Override
	public boolean goesOn() {
		return true;
	}

	@Override
	public void extend(long bytes) {
		this.left += bytes;
	}

	@Override
	public int read(byte[] buffer) throws IOException {
		skip();
		if (this.left == 0) {
			return -1;
		}
		byte[] into = (this.left < buffer.length) ? new byte[(int) this.left] : buffer;
		int read = this.body.read(into);
		if (into != buffer && read > 0) {
			System.arraycopy(into, 0, buffer, 0, read);
		}
		this.left -= Math.max(read, 0);
		return read;
	}

	private void skip() throws IOException {
		if (this.skip == 0) {
			return;
		}
		byte[] dropped = new byte[CHUNK];
		while (this.skip > 0) {
			int read = this.body.read((this.skip < CHUNK) ? new byte[(int) this.skip] : dropped);
			if (read < 0) {
				throw new EOFException("The object is shorter than it was");
			}
			this.skip -= read;
		}
	}

	@Override
	public void close() {
		this.body.close();
	}

}
