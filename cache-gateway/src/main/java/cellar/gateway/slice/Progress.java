package cellar.gateway.slice;

import java.io.IOException;
import java.util.zip.Checksum;

import org.jspecify.annotations.Nullable;

import cellar.gateway.checksum.ChecksumMismatchException;

/**
 * What stretches report to as their bytes come.
 */
interface Progress {

	/**
	 * Called when the origin gives more than a stretch asks for, all that comes after it.
	 * @param stretch the stretch
	 * @param asked where it ended
	 * @return where it ends by now
	 */
	int extend(Stretch stretch, int asked);

	/**
	 * Called when more bytes of a stretch have come, but not yet all of a slice.
	 * @param stretch the stretch
	 * @param position offset of the first byte that has not come
	 */
	void wrote(Stretch stretch, long position);

	/**
	 * Begins a checksum that the proof of the object needs of a slice, as far as is known
	 * yet.
	 * @return the checksum, or {@code null} if it needs none
	 */
	@Nullable Checksum proving();

	/**
	 * Called when all bytes of a slice have come that such a checksum was begun for.
	 * @param slice the slice
	 * @param checksum what it came to
	 */
	void proved(int slice, long checksum);

	/**
	 * Called when a slice has come whole. Its last bytes are given away only now.
	 * @param stretch the stretch that brought it
	 * @param checksum the CRC32C of its bytes
	 * @return whether there is another one to bring
	 * @throws ChecksumMismatchException if all of the object is there and is not what it
	 * should be
	 * @throws NotStoredException if all of it is there and it cannot be told whether it
	 * is, or if the disk has lost what was written
	 */
	boolean finished(Stretch stretch, int checksum) throws IOException;

	/**
	 * Called when a stretch has ended.
	 * @param stretch the stretch
	 * @param failure why it ended too early, or {@code null} if it did not
	 */
	void ended(Stretch stretch, @Nullable IOException failure);

}
