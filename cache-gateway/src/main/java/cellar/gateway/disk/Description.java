package cellar.gateway.disk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.zip.CRC32C;

/**
 * What a file says of itself, in one of its two copies. A copy that was not written whole
 * or belongs to another file cannot be read.
 *
 * @param sequence grows with each writing; of two copies the higher one counts
 * @param slices what is there
 * @param content what the owner of the file wants to know again
 */
record Description(long sequence, SliceTable slices, byte[] content) {

	private static final int MAGIC = 0x43454C32;

	private static final int FIXED = 28;

	/** What room is given in, and how much of it is to spare at least. */
	private static final int SPARE = 512;

	/**
	 * Returns the room that a description needs, with some to spare for content that
	 * grows.
	 * @param slices number of slices
	 * @param content bytes of the content
	 * @return bytes
	 */
	static int room(long slices, int content) {
		return Math.toIntExact((Math.ceilDiv(size(slices, content), SPARE) + 1) * SPARE);
	}

	/**
	 * Returns how long a description is.
	 * @param slices number of slices
	 * @param content bytes of the content
	 * @return bytes
	 */
	static long size(long slices, int content) {
		return FIXED + (slices + 7L) / 8 + 4L * slices + content;
	}

	/**
	 * Writes a description.
	 * @param name the file that it is for
	 * @param sequence its number
	 * @param table all slices
	 * @param present the slices to tell of
	 * @param content what the owner wants to know again
	 * @return the bytes
	 */
	static ByteBuffer encode(FileName name, long sequence, SliceTable table, BitSet present, byte[] content) {
		ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size(table.count(), content.length)));
		bytes.putInt(MAGIC).putInt(bytes.capacity()).putLong(sequence);
		bytes.putInt(table.slicing().sliceSize()).putInt(content.length);
		byte[] bits = new byte[(table.count() + 7) / 8];
		byte[] set = present.toByteArray();
		System.arraycopy(set, 0, bits, 0, set.length);
		bytes.put(bits);
		for (int slice = 0; slice < table.count(); slice++) {
			bytes.putInt(present.get(slice) ? table.checksum(slice) : 0);
		}
		bytes.put(content);
		bytes.putInt(bytes.capacity() - Integer.BYTES, checksum(name, bytes, bytes.capacity() - Integer.BYTES));
		return bytes.clear();
	}

	/**
	 * Reads a description.
	 * @param name the file that it must be for
	 * @param bytes what was found in its place
	 * @return the description
	 * @throws DamagedFileException if it is none, or of another file
	 */
	static Description decode(FileName name, ByteBuffer bytes) throws DamagedFileException {
		if (bytes.remaining() < FIXED || bytes.getInt() != MAGIC) {
			throw new DamagedFileException("There is no description");
		}
		int size = bytes.getInt();
		if (size < FIXED || size > bytes.limit()
				|| bytes.getInt(size - Integer.BYTES) != checksum(name, bytes, size - Integer.BYTES)) {
			throw new DamagedFileException("The description is damaged or of another file");
		}
		return read(name, bytes, size);
	}

	private static Description read(FileName name, ByteBuffer bytes, int size) throws DamagedFileException {
		long sequence = bytes.getLong();
		int sliceSize = bytes.getInt();
		int length = bytes.getInt();
		// The checksum is right, but whoever wrote it need not have been.
		if (sliceSize < 1 || length < 0 || size(new Slicing(name.length(), sliceSize).count(), length) != size) {
			throw new DamagedFileException("The description is malformed");
		}
		SliceTable table = new SliceTable(name.length(), sliceSize);
		byte[] content = new byte[length];
		byte[] bits = new byte[(table.count() + 7) / 8];
		bytes.get(bits);
		BitSet present = BitSet.valueOf(bits);
		for (int slice = 0; slice < table.count(); slice++) {
			int checksum = bytes.getInt();
			if (present.get(slice)) {
				table.restore(slice, checksum);
			}
		}
		bytes.get(content);
		return new Description(sequence, table, content);
	}

	/** The name goes in, so that a description is of use in its own file only. */
	private static int checksum(FileName name, ByteBuffer bytes, int length) {
		CRC32C checksum = new CRC32C();
		checksum.update(name.toString().getBytes(StandardCharsets.US_ASCII));
		checksum.update(bytes.duplicate().limit(length).position(0));
		return (int) checksum.getValue();
	}

}
