package cellar.gateway.disk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a file is called. The name says where everything in the file is, so that no byte
 * which may be half written is needed to find the others.
 *
 * <pre>
 * body (length) | copy of the description (room) | other copy (room)
 * </pre>
 *
 * @param hash of the key, which finds the file without an index
 * @param generation told apart from all other versions, and never used again
 * @param length bytes of the body, 0 or more
 * @param room bytes set aside for each of the two copies of the description
 */
public record FileName(KeyHash hash, long generation, long length, int room) {

	private static final int WORD = 64;

	/** Bytes that may be set aside for a description, whatever it describes. */
	private static final int MOST_ROOM = 1024 * 1024;

	/** Bytes of the body for each of which there may be one more. */
	private static final int BODY_OF_ROOM = 1024;

	private static final Pattern PART = Pattern.compile("[0-9a-f]{32}\\.[0-9a-f]{16}\\.part");

	private static final Pattern SYNTAX = Pattern
		.compile("([0-9a-f]{32})\\.([0-9a-f]{16})\\.([0-9a-f]{1,15})\\.([0-9a-f]{1,8})");

	/**
	 * Reads a name.
	 * @param text the name of a file
	 * @return what it says, or {@code null} if it is none of ours
	 */
	static @Nullable FileName parse(String text) {
		Matcher matcher = SYNTAX.matcher(text);
		if (!matcher.matches()) {
			return null;
		}
		long room = Long.parseLong(matcher.group(4), 16);
		return (room <= Integer.MAX_VALUE) ? new FileName(KeyHash.parse(matcher.group(1)),
				Long.parseUnsignedLong(matcher.group(2), 16), Long.parseLong(matcher.group(3), 16), (int) room) : null;
	}

	static boolean isPart(String text) {
		return PART.matcher(text).matches();
	}

	/**
	 * Returns where a copy of the description begins. The first may share a block with
	 * the end of the body, which it is written together with; the second shares none with
	 * the first, so that a torn write harms one of them only.
	 * @param copy 0 or 1
	 * @return offset in the file
	 */
	long position(int copy) {
		long first = Math.ceilDiv(this.length, WORD) * WORD;
		return (copy == 0) ? first : Blocks.footprint(first + this.room);
	}

	/**
	 * Returns whether so much may have been set aside for a description: far more than
	 * what is known of an object and of each of its slices takes, and not so much that it
	 * could not be read into memory.
	 * @return whether the name may be one of ours
	 */
	boolean isPlausible() {
		return this.room <= MOST_ROOM + this.length / BODY_OF_ROOM;
	}

	/**
	 * Returns how much disk space the two copies of the description take up beside the
	 * body.
	 * @return bytes in whole blocks
	 */
	public long overhead() {
		return position(1) + Blocks.footprint(this.room) - Blocks.footprint(this.length);
	}

	/**
	 * Returns how much disk space the descriptions of a file will take up beside its
	 * body.
	 * @param slicing the slices of the body
	 * @param content bytes of what the owner wants to know again
	 * @return bytes in whole blocks
	 */
	public static long overhead(Slicing slicing, int content) {
		return new FileName(new KeyHash(0, 0), 0, slicing.length(), Description.room(slicing.count(), content))
			.overhead();
	}

	String part() {
		return "%s.%016x.part".formatted(this.hash, this.generation);
	}

	@Override
	public String toString() {
		return "%s.%016x.%x.%x".formatted(this.hash, this.generation, this.length, this.room);
	}

}
