package cellar.gateway.sending;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * How much of a file is in memory at a time on its way to one client.
 */
sealed interface Stride extends AutoCloseable permits GrowingStride, SwiftStride {

	/**
	 * The time in nanoseconds within which a client takes what is given to it, unless it
	 * has to be waited for.
	 */
	long PROMPT = TimeUnit.MILLISECONDS.toNanos(50);

	/**
	 * Returns where to read to.
	 * @param most how many bytes there are to read
	 * @return an empty buffer that the client has nothing of any more, or {@code null} if
	 * the kernel should send them
	 */
	@Nullable ByteBuffer buffer(long most);

	/** Called when what was read to the buffer goes on its way to the client. */
	void given();

	/**
	 * Called when the client has taken all that it was given.
	 * @param nanos how long it needed, in nanoseconds
	 */
	void took(long nanos);

	@Override
	void close();

}
