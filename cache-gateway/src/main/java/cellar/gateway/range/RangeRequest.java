package cellar.gateway.range;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cellar.gateway.lookup.Portion;

/**
 * The parts of a body that a request asks for, before it is known how long the body is
 * (RFC 9110, 14.1).
 *
 * @param ranges the ranges in the order in which they were asked for, at least one
 */
public record RangeRequest(List<Range> ranges) {

	/** More at once are a burden without a use (RFC 9110, 14.2). */
	private static final int MOST = 32;

	/** A gap that costs less than the head of a part does. */
	private static final int GAP = 80;

	/**
	 * Reads a field.
	 * @param field the {@code Range} field
	 * @return what it asks for, or {@code null} if it does not count: there is none, it
	 * is malformed, in another unit, or asks for too much
	 */
	public static @Nullable RangeRequest parse(@Nullable String field) {
		int equals = (field != null) ? field.indexOf('=') : -1;
		if (field == null || equals < 0 || !field.substring(0, equals).strip().equalsIgnoreCase("bytes")) {
			return null;
		}
		List<Range> ranges = new ArrayList<>();
		for (String text : field.substring(equals + 1).split(",", -1)) {
			if (text.isBlank()) {
				continue;
			}
			Range range = Range.parse(text);
			if (range == null || ranges.size() == MOST) {
				return null;
			}
			ranges.add(range);
		}
		return ranges.isEmpty() ? null : new RangeRequest(List.copyOf(ranges));
	}

	/**
	 * Works out what to look for first.
	 * @param field the {@code Range} field
	 * @return the part that is sent first
	 */
	public static Portion portion(@Nullable String field) {
		RangeRequest request = parse(field);
		return (request != null) ? request.ranges().stream().min(Range.ORDER).orElseThrow().portion() : Portion.ALL;
	}

	/**
	 * Works out what to send of a body.
	 * @param length bytes of the body
	 * @return its parts from the first byte on, as a body may come but once, none of them
	 * touching another (RFC 9110, 15.3.7.2); empty if it has none of them
	 */
	public List<ByteRange> of(long length) {
		List<ByteRange> parts = new ArrayList<>();
		for (Range range : this.ranges) {
			ByteRange part = range.of(length);
			if (part != null) {
				parts.add(part);
			}
		}
		return united(parts);
	}

	private static List<ByteRange> united(List<ByteRange> parts) {
		List<ByteRange> united = new ArrayList<>();
		for (ByteRange part : parts.stream().sorted(Comparator.comparingLong(ByteRange::first)).toList()) {
			ByteRange before = united.isEmpty() ? null : united.getLast();
			if (before != null && part.first() - before.last() <= GAP) {
				united.set(united.size() - 1, new ByteRange(before.first(), Math.max(before.last(), part.last())));
			}
			else {
				united.add(part);
			}
		}
		return united;
	}

	/**
	 * One range: from an offset on, or the last bytes.
	 *
	 * @param first offset of the first byte, or the negative number of the last bytes
	 * @param last offset of the last byte, {@link Long#MAX_VALUE} for that of the body
	 */
	public record Range(long first, long last) {

		/** That of their first bytes, the last ones last. */
		private static final Comparator<Range> ORDER = Comparator.comparing((Range range) -> range.first() < 0)
			.thenComparing(Range::first);

		static @Nullable Range parse(String text) {
			int dash = text.indexOf('-');
			String first = (dash >= 0) ? text.substring(0, dash).strip() : "x";
			String last = text.substring(dash + 1).strip();
			if (!isNumber(first) || !isNumber(last) || (first.isEmpty() && last.isEmpty())) {
				return null;
			}
			if (first.isEmpty()) {
				return suffix(number(last));
			}
			Range range = new Range(number(first), last.isEmpty() ? Long.MAX_VALUE : number(last));
			return (range.last() >= range.first()) ? range : null;
		}

		private static boolean isNumber(String text) {
			for (int i = 0; i < text.length(); i++) {
				if (text.charAt(i) < '0' || text.charAt(i) > '9') {
					return false;
				}
			}
			return true;
		}

		private static Range suffix(long bytes) {
			// None of the last bytes are bytes that no body has.
			return (bytes > 0) ? new Range(-bytes, Long.MAX_VALUE) : new Range(Long.MAX_VALUE, Long.MAX_VALUE);
		}

		private static long number(String digits) {
			long number = 0;
			for (int i = 0; i < digits.length(); i++) {
				if (number > Long.MAX_VALUE / 10 - 1) {
					// No body is as long as that.
					return Long.MAX_VALUE;
				}
				number = number * 10 + digits.charAt(i) - '0';
			}
			return number;
		}

		Portion portion() {
			if (this.first == Long.MAX_VALUE) {
				// That no body has it takes only its length to tell.
				return new Portion(0, 1);
			}
			return new Portion(this.first, (this.last == Long.MAX_VALUE) ? Long.MAX_VALUE : this.last + 1);
		}

		@Nullable ByteRange of(long length) {
			long start = (this.first >= 0) ? this.first : Math.max(length + this.first, 0);
			return (start < length) ? new ByteRange(start, Math.min(this.last, length - 1)) : null;
		}

	}

}
