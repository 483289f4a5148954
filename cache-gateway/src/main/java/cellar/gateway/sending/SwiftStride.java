package cellar.gateway.sending;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * For a client that the kernel can send to. As long as it takes bytes at once they are
 * copied through a buffer that stays in the processor's cache: the kernel would send them
 * page by page, which costs both sides more. Once it is waited for, the kernel sends the
 * rest, as that needs no memory of ours.
 */
final class SwiftStride implements Stride {

	private final SwiftBuffers buffers;

	private final Consumer<Runnable> end;

	private @Nullable ByteBuffer bytes;

	private boolean givenAway;

	private boolean waitedFor;

	/**
	 * Begins without a buffer.
	 * @param buffers where buffers come from
	 * @param end does something once the connection has ended
	 */
	SwiftStride(SwiftBuffers buffers, Consumer<Runnable> end) {
		this.buffers = buffers;
		this.end = end;
	}

	@Override
	public @Nullable ByteBuffer buffer(long most) {
		if (this.waitedFor) {
			return null;
		}
		ByteBuffer buffer = (this.bytes != null) ? this.bytes : this.buffers.take();
		this.bytes = buffer;
		return (buffer != null) ? buffer.clear().limit((int) Math.min(buffer.capacity(), most)) : null;
	}

	@Override
	public void given() {
		this.givenAway = true;
	}

	@Override
	public void took(long nanos) {
		this.givenAway = false;
		if (nanos >= PROMPT) {
			this.waitedFor = true;
			close();
		}
	}

	@Override
	public void close() {
		ByteBuffer buffer = this.bytes;
		this.bytes = null;
		if (buffer == null) {
			return;
		}
		if (this.givenAway) {
			// It may still be on its way to this client, and must not get to another one.
			this.end.accept(() -> this.buffers.giveBack(buffer));
		}
		else {
			this.buffers.giveBack(buffer);
		}
	}

}
