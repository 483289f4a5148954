package cellar.gateway.slice;

import java.nio.channels.FileChannel;

/**
 * Bytes of a body that can be sent at once.
 *
 * @param file an open file that has them, at the same place as the body has
 * @param position offset of the first one
 * @param length how many, at least 1
 */
public record Span(FileChannel file, long position, long length) {

}
