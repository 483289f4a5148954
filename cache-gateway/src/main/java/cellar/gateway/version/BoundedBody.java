package cellar.gateway.version;

import java.io.EOFException;
import java.io.IOException;

import cellar.gateway.origin.OriginBody;

/**
 * A part of a body that the origin gives more of.
 */
final class BoundedBody implements PartBody {

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
	public int read(byte[] buffer, int offset, int length) throws IOException {
		if (this.skip > 0 && !this.body.skip(this.skip)) {
			throw new EOFException("The object is shorter than it was");
		}
		this.skip = 0;
		if (this.left == 0) {
			return -1;
		}
		int read = this.body.read(buffer, offset, (int) Math.min(this.left, length));
		this.left -= Math.max(read, 0);
		return read;
	}

	@Override
	public void close() {
		this.body.close();
	}

}
