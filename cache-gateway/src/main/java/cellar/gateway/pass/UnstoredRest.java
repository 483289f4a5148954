package cellar.gateway.pass;

import java.io.IOException;

import cellar.gateway.origin.OriginBody;

/**
 * What is left of a body when the disk has refused some bytes: those, and all that the
 * origin still has to give.
 */
final class UnstoredRest implements OriginBody {

	private final OriginBody body;

	private final byte[] refused;

	private int taken;

	/**
	 * Keeps the rest.
	 * @param refused the bytes that the disk did not take
	 * @param body the bytes after them
	 */
	UnstoredRest(byte[] refused, OriginBody body) {
		this.refused = refused;
		this.body = body;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int count = Math.min(this.refused.length - this.taken, length);
		if (count == 0) {
			return this.body.read(buffer, offset, length);
		}
		System.arraycopy(this.refused, this.taken, buffer, offset, count);
		this.taken += count;
		return count;
	}

	@Override
	public void close() {
		this.body.close();
	}

}
