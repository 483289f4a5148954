package cellar.gateway.variant;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes fields that mean the same alike, so that they select the same variant.
 */
final class SelectingField {

	/** Gives nothing back that it has matched, as clients would have it try for long. */
	private static final Pattern WEIGHTED = Pattern
		.compile("([^\\s;]++)\\s*+(?:;\\s*+q\\s*+=\\s*+([01](?:\\.\\d{0,3}+)?+)\\s*+)?+", Pattern.CASE_INSENSITIVE);

	private SelectingField() {
	}

	static String normalised(String name, List<String> values) {
		String joined = String.join(",", members(String.join(",", values)));
		return switch (name) {
			case "accept-encoding", "accept-language" -> weighted(joined);
			default -> joined;
		};
	}

	private static List<String> members(String list) {
		List<String> members = new ArrayList<>();
		boolean quoted = false;
		int start = 0;
		for (int i = 0; i < list.length(); i++) {
			char c = list.charAt(i);
			quoted ^= c == '"';
			if (c == ',' && !quoted) {
				members.add(list.substring(start, i).strip());
				start = i + 1;
			}
			else if (c == '\\' && quoted) {
				i++;
			}
		}
		members.add(list.substring(start).strip());
		return members;
	}

	// Codings and languages have no case, and only weights tell which is wanted more.
	private static String weighted(String joined) {
		List<Choice> choices = new ArrayList<>();
		for (String member : joined.split(",")) {
			Matcher matcher = WEIGHTED.matcher(member);
			if (matcher.matches()) {
				BigDecimal weight = (matcher.group(2) != null) ? new BigDecimal(matcher.group(2)) : BigDecimal.ONE;
				choices.add(new Choice(alias(matcher.group(1).toLowerCase(Locale.ROOT)), weight.stripTrailingZeros()));
			}
			else if (!member.isBlank()) {
				// Whatever that is, it is told apart.
				return joined;
			}
		}
		return String.join(",", choices.stream().sorted(Choice.ORDER).map(Choice::toString).distinct().toList());
	}

	private static String alias(String coding) {
		return coding.equals("x-gzip") ? "gzip" : coding;
	}

	/**
	 * Something that a client would take.
	 *
	 * @param name what
	 * @param weight how much it would like that
	 */
	private record Choice(String name, BigDecimal weight) {

		private static final Comparator<Choice> ORDER = Comparator.comparing(Choice::weight)
			.reversed()
			.thenComparing(Choice::name);

		@Override
		public String toString() {
			return this.name + ";" + this.weight.toPlainString();
		}

	}

}
