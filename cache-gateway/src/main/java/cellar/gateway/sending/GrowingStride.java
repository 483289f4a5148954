package cellar.gateway.sending;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/**
 * How much of a file is in memory at a time for a client that the kernel cannot send to:
 * more and more for one that takes it at once, as long as there is some to share, and
 * little for one that is waited for.
 */
final class GrowingStride implements Stride {

	static final int SHORTEST = 16 * 1024;

	static final int LONGEST = 256 * 1024;

	private final Strides shared;

	private @Nullable ByteBuffer bytes;

	private int length = SHORTEST;

	GrowingStride(Strides shared) {
		this.shared = shared;
	}

	@Override
	public ByteBuffer buffer(long most) {
		ByteBuffer buffer = this.bytes;
		if (buffer == null || buffer.capacity() != this.length) {
			buffer = ByteBuffer.allocate(this.length);
			this.bytes = buffer;
		}
		return buffer.clear().limit((int) Math.min(this.length, most));
	}

	@Override
	public void given() {
		// Its buffers are never used for another client.
	}

	@Override
	public void took(long nanos) {
		if (nanos >= PROMPT) {
			shorten();
		}
		else if (this.length < LONGEST && this.shared.take(this.length)) {
			this.length *= 2;
		}
	}

	private void shorten() {
		this.shared.giveBack(this.length - SHORTEST);
		this.length = SHORTEST;
	}

	@Override
	public void close() {
		shorten();
		this.bytes = null;
	}

}
