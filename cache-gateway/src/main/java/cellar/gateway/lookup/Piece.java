package cellar.gateway.lookup;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The next bytes of a body, or that there are none.
 */
public sealed interface Piece {

	/**
	 * Bytes that are in a file at the same place as in the body.
	 *
	 * @param file an open file, which stays open as long as the body
	 * @param first offset of the first one
	 * @param length how many, at least 1
	 */
	record InFile(FileChannel file, long first, long length) implements Piece {

	}

	/**
	 * Bytes in memory.
	 *
	 * @param bytes at least one, all that remain
	 */
	record InMemory(ByteBuffer bytes) implements Piece {

	}

	/**
	 * No more bytes: the body was complete.
	 */
	record End() implements Piece {

	}

}
