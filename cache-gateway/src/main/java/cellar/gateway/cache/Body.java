package cellar.gateway.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer. They stay readable until it is closed, whatever happens to the
 * entry meanwhile.
 */
public interface Body extends AutoCloseable {

	/** No bytes. */
	Body EMPTY = (buffer, position) -> -1;

	/**
	 * Reads some bytes, waiting for them if they are still to come.
	 * @param buffer where to put them
	 * @param position from where; goes up from call to call
	 * @return how many were read, or -1 at the end of a complete body
	 * @throws IOException if the body cannot be completed
	 */
	int read(ByteBuffer buffer, long position) throws IOException;

	/**
	 * Returns a file that has a part of the body at the same place, if all of the part is
	 * there and known to be right.
	 * @param first offset of the first byte
	 * @param length bytes of the part
	 * @return an open file, closed with this body
	 */
	default @Nullable FileChannel file(long first, long length) {
		return null;
	}

	@Override
	default void close() {
	}

}
