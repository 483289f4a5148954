package cellar.gateway.delivery;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * How much of a file is in memory at a time for a client that the kernel cannot send to:
 * more and more for one that takes it at once, and little for one that is waited for, of
 * whom there may be thousands.
 */
final class Stride {

	private static final int SHORTEST = 16 * 1024;

	private static final int LONGEST = 256 * 1024;

	private static final long PROMPT = TimeUnit.MILLISECONDS.toNanos(50);

	private @Nullable ByteBuffer bytes;

	private int length = SHORTEST;

	/**
	 * Returns where to read to.
	 * @param most how many bytes there are to read
	 * @return an empty buffer, the same as before unless the stride has changed
	 */
	ByteBuffer buffer(long most) {
		ByteBuffer buffer = this.bytes;
		if (buffer == null || buffer.capacity() != this.length) {
			buffer = ByteBuffer.allocate(this.length);
			this.bytes = buffer;
		}
		return buffer.clear().limit((int) Math.min(this.length, most));
	}

	/**
	 * Hears how long the client needed for all of a buffer.
	 * @param nanos the time in nanoseconds
	 */
	void took(long nanos) {
		this.length = (nanos < PROMPT) ? Math.min(2 * this.length, LONGEST) : SHORTEST;
	}

}
