package cellar.catalog.inspection;

import java.nio.ByteBuffer;

import cellar.catalog.layout.Refusal;
import cellar.catalog.layout.RefusedException;

/**
 * The header of a qcow2 image (QEMU, {@code docs/interop/qcow2.rst}). What names a file
 * besides it is refused: whoever converted the image would read that file.
 *
 * @param diskSize bytes of the disk
 * @param end bytes that the file has at least, by where its tables are
 */
record Qcow2Header(long diskSize, long end) {

	private static final int LENGTH_2 = 72;

	private static final int LENGTH_3 = 104;

	private static final int DATA_FILE = 0x44415441;

	private static final long DIRTY = 1;

	private static final long CORRUPT = 2;

	private static final long EXTERNAL = 4;

	private static final long KNOWN = 0b11111;

	static Qcow2Header of(byte[] head) {
		ByteBuffer header = ByteBuffer.wrap(head);
		if (head.length < LENGTH_3) {
			throw new RefusedException(Refusal.TRUNCATED, "The qcow2 image ends within its header");
		}
		int version = header.getInt(4);
		if (version != 2 && version != 3) {
			throw new RefusedException(Refusal.UNSUPPORTED_FORMAT,
					"The image is qcow of version %s; convert it with 'qemu-img convert -O qcow2'"
						.formatted(Integer.toUnsignedString(version)));
		}
		if (header.getLong(8) != 0) {
			throw outside("a backing file");
		}
		if (header.getInt(32) != 0) {
			throw new RefusedException(Refusal.UNSUPPORTED_FORMAT,
					"The qcow2 image is encrypted; convert it to one that is not");
		}
		checkFeatures((version == 3) ? header.getLong(72) : 0);
		checkExtensions(header, (version == 3) ? header.getInt(100) : LENGTH_2);
		return of(header);
	}

	private static Qcow2Header of(ByteBuffer header) {
		int clusterBits = header.getInt(20);
		long diskSize = header.getLong(24);
		long levelOne = header.getLong(40) + 8L * Integer.toUnsignedLong(header.getInt(36));
		long counts = header.getLong(48)
				+ (Integer.toUnsignedLong(header.getInt(56)) << Math.clamp(clusterBits, 0, 21));
		if (clusterBits < 9 || clusterBits > 21 || diskSize < 0 || levelOne < 0 || counts < 0) {
			throw corrupt("has impossible numbers in its header");
		}
		return new Qcow2Header(diskSize, Math.max(levelOne, counts));
	}

	private static void checkFeatures(long features) {
		if ((features & EXTERNAL) != 0) {
			throw outside("an external data file");
		}
		if ((features & CORRUPT) != 0) {
			throw corrupt("is marked as corrupt");
		}
		if ((features & DIRTY) != 0) {
			throw corrupt("was not closed");
		}
		if ((features & ~KNOWN) != 0) {
			throw new RefusedException(Refusal.UNSUPPORTED_FORMAT,
					"The qcow2 image uses features that are not known here; convert it with 'qemu-img convert'");
		}
	}

	private static void checkExtensions(ByteBuffer header, int start) {
		long position = Integer.toUnsignedLong(start);
		if (position < LENGTH_2) {
			throw corrupt("has impossible numbers in its header");
		}
		while (position + 8 <= header.limit()) {
			int type = header.getInt((int) position);
			if (type == 0) {
				return;
			}
			if (type == DATA_FILE) {
				throw outside("an external data file");
			}
			long length = Integer.toUnsignedLong(header.getInt((int) position + 4));
			position += 8 + (length + 7 & ~7L);
		}
	}

	void check(long size) {
		if (size < this.end) {
			throw new RefusedException(Refusal.TRUNCATED,
					"The qcow2 image ends before its tables; send the whole file");
		}
	}

	private static RefusedException outside(String what) {
		return new RefusedException(Refusal.OUTSIDE_DATA,
				"The qcow2 image needs %s; make it whole with 'qemu-img convert -O qcow2'".formatted(what));
	}

	private static RefusedException corrupt(String what) {
		return new RefusedException(Refusal.CORRUPT,
				"The qcow2 image %s; try 'qemu-img check', then convert it".formatted(what));
	}

}
