package cellar.catalog.tarball;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import cellar.catalog.layout.Refusal;
import cellar.catalog.layout.RefusedException;

/**
 * The header of a member, by POSIX.1-1988 (ustar) with the extensions of GNU tar 1.13.
 *
 * @param type the letter of its kind
 * @param base the name without what stands before it elsewhere in the header, which some
 * programs pass over
 * @param name the name that stands in the header itself
 * @param link where a link leads
 * @param size bytes that follow
 * @param block all 512 bytes
 */
record TarHeader(char type, String base, String name, String link, long size, byte[] block) {

	static final int BLOCK = 512;

	private static final int CHECKSUM = 148;

	private static final int CHECKSUM_LENGTH = 8;

	private static final int PREFIX = 345;

	private static final int PREFIX_LENGTH = 155;

	private static final byte[] USTAR = { 'u', 's', 't', 'a', 'r', 0 };

	static TarHeader of(byte[] block) {
		if (!isHeader(block)) {
			throw corrupt("A header has a wrong checksum");
		}
		char type = (char) (block[156] & 0xff);
		String base = text(block, 0, 100);
		String prefix = prefix(block, type);
		return new TarHeader(type, base, (prefix.isEmpty()) ? base : prefix + "/" + base, text(block, 157, 100),
				number(block, 124, 12), block);
	}

	private static String prefix(byte[] block, char type) {
		if (Arrays.equals(block, 257, 257 + USTAR.length, USTAR, 0, USTAR.length)) {
			return text(block, PREFIX, PREFIX_LENGTH);
		}
		// Python puts these bytes before the name whatever the format, and other programs
		// do not. GNU keeps the map of a sparse file there.
		boolean clean = type == 'S'
				|| Arrays.equals(block, PREFIX, PREFIX + PREFIX_LENGTH, new byte[PREFIX_LENGTH], 0, PREFIX_LENGTH);
		if (!clean) {
			throw new RefusedException(Refusal.UNSAFE_NAME,
					"A header has bytes that some programs take for a part of the name; pack the image with 'tar --format=ustar'");
		}
		return "";
	}

	static boolean isHeader(byte[] block) {
		if (block.length < BLOCK || block[0] == 0) {
			return false;
		}
		long unsigned = 0;
		long signed = 0;
		for (int i = 0; i < BLOCK; i++) {
			boolean blank = i >= CHECKSUM && i < CHECKSUM + CHECKSUM_LENGTH;
			unsigned += (blank) ? ' ' : block[i] & 0xff;
			signed += (blank) ? ' ' : block[i];
		}
		long stated = octal(block, CHECKSUM, CHECKSUM_LENGTH);
		// Early programs summed signed bytes.
		return stated == unsigned || stated == signed;
	}

	boolean goesOn() {
		return this.block[482] != 0;
	}

	long realSize() {
		return number(this.block, 483, 12);
	}

	static String text(byte[] bytes, int offset, int length) {
		int end = offset;
		while (end < offset + length && bytes[end] != 0) {
			end++;
		}
		return utf8(bytes, offset, end - offset);
	}

	static String utf8(byte[] bytes, int offset, int length) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new RefusedException(Refusal.UNSAFE_NAME,
					"A name in the tarball is not UTF-8; pack the image again with readable names");
		}
	}

	static long number(byte[] bytes, int offset, int length) {
		long number = ((bytes[offset] & 0x80) != 0) ? binary(bytes, offset, length) : octal(bytes, offset, length);
		if (number < 0) {
			throw corrupt("A member has a size that is no size");
		}
		return number;
	}

	// GNU: the top bit marks a big-endian number, all bits set a negative one.
	private static long binary(byte[] bytes, int offset, int length) {
		long number = bytes[offset] & 0x7f;
		for (int i = offset + 1; i < offset + length; i++) {
			if (number > Long.MAX_VALUE >> 8) {
				return -1;
			}
			number = number << 8 | bytes[i] & 0xff;
		}
		return number;
	}

	private static long octal(byte[] bytes, int offset, int length) {
		String digits = new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
		int end = digits.indexOf(0);
		String number = ((end < 0) ? digits : digits.substring(0, end)).strip();
		if (number.isEmpty()) {
			return 0;
		}
		return (number.chars().allMatch((digit) -> digit >= '0' && digit <= '7')) ? Long.parseLong(number, 8) : -1;
	}

	private static RefusedException corrupt(String what) {
		return new RefusedException(Refusal.CORRUPT, what + "; the tarball is damaged");
	}

}
