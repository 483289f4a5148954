package cellar.gateway.cache;

import cellar.gateway.origin.OriginBody;

/**
 * A body that begins anew once it was read to its end.
 */
final class RepeatedBody implements OriginBody {

	private final byte[] bytes;

	private int position;

	RepeatedBody(byte[] bytes) {
		this.bytes = bytes;
	}

	@Override
	public int read(byte[] buffer, int offset, int most) {
		int length = Math.min(most, this.bytes.length - this.position);
		System.arraycopy(this.bytes, this.position, buffer, offset, length);
		this.position = (length > 0) ? this.position + length : 0;
		return (length > 0) ? length : -1;
	}

	@Override
	public void close() {
		this.position = 0;
	}

}
