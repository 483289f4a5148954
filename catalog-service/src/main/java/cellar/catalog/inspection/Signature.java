package cellar.catalog.inspection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

import cellar.catalog.tarball.TarballReader;

/**
 * What a file is by its first bytes.
 */
enum Signature {

	EMPTY, GZIP, BZIP2, XZ, ZSTD, TAR, QCOW2, DISK, KERNEL, ARCHIVE, FOREIGN_DISK, MARKUP, TEXT, UNKNOWN;

	/**
	 * How many bytes are needed: the mark of btrfs stands behind 64 KiB.
	 */
	static final int HEAD = 66 << 10;

	static Signature of(byte[] head) {
		if (head.length == 0) {
			return EMPTY;
		}
		Signature packed = packed(head);
		if (packed != UNKNOWN) {
			return packed;
		}
		if (TarballReader.isTarball(head)) {
			return TAR;
		}
		if (isForeignDisk(head)) {
			return FOREIGN_DISK;
		}
		// Kernels for x86 carry the mark of a boot sector.
		if (at(head, 0x202, "48647253")) {
			return KERNEL;
		}
		if (isDisk(head)) {
			return DISK;
		}
		return (isText(head)) ? text(head) : UNKNOWN;
	}

	private static Signature packed(byte[] head) {
		if (at(head, 0, "1f8b")) {
			return GZIP;
		}
		if (at(head, 0, "425a68") && (at(head, 4, "314159265359") || at(head, 4, "177245385090"))) {
			return BZIP2;
		}
		if (at(head, 0, "fd377a585a00")) {
			return XZ;
		}
		if (at(head, 0, "28b52ffd") || at(head, 1, "2a4d18") && (head[0] & 0xf0) == 0x50) {
			return ZSTD;
		}
		if (at(head, 0, "514649fb")) {
			return QCOW2;
		}
		boolean zip = at(head, 0, "504b0304") || at(head, 0, "504b0506");
		boolean other = at(head, 0, "377abcaf271c") || at(head, 0, "526172211a07");
		return (zip || other) ? ARCHIVE : UNKNOWN;
	}

	private static boolean isForeignDisk(byte[] head) {
		return at(head, 0, "4b444d56") || at(head, 0, "434f5744") || starts(head, "# Disk DescriptorFile")
				|| starts(head, "conectix") || starts(head, "vhdxfile") || at(head, 0x40, "7f10dabe");
	}

	private static boolean isDisk(byte[] head) {
		boolean partitions = at(head, 510, "55aa") || PartitionTable.in(head).isPresent();
		boolean cd = at(head, 0x8001, "4344303031");
		boolean ext = at(head, 0x438, "53ef");
		boolean xfs = at(head, 0, "58465342");
		boolean btrfs = at(head, 0x10040, "5f42485266535f4d");
		return partitions || cd || ext || xfs || btrfs;
	}

	private static Signature text(byte[] head) {
		String text = new String(head, StandardCharsets.UTF_8).strip();
		return (text.startsWith("<") || text.startsWith("\ufeff<")) ? MARKUP : TEXT;
	}

	private static boolean isText(byte[] head) {
		for (byte character : head) {
			if (character >= 0 && character < ' ' && "\t\n\r\f\u001b".indexOf(character) < 0) {
				return false;
			}
		}
		// A character may be cut at the end.
		String decoded = new String(head, 0, Math.max(1, head.length - 3), StandardCharsets.UTF_8);
		return decoded.indexOf('\ufffd') < 0;
	}

	private static boolean starts(byte[] head, String text) {
		return at(head, 0, HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII)));
	}

	private static boolean at(byte[] head, int offset, String hex) {
		byte[] mark = HexFormat.of().parseHex(hex);
		return head.length >= offset + mark.length
				&& Arrays.equals(head, offset, offset + mark.length, mark, 0, mark.length);
	}

}
