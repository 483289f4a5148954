package cellar.gateway.header;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/**
 * Times as HTTP writes them, and as it used to (RFC 9110, 5.6.7). What is nearly such a
 * time is none, but for letters of the other case and days of the week that are not right
 * (RFC 9111, 4.2).
 */
public final class HttpDate {

	private static final String MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";

	private static final String SHORT_DAY = "(?:mon|tue|wed|thu|fri|sat|sun)";

	private static final String LONG_DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";

	private static final String MONTH = "(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";

	private static final String TIME = "(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})";

	private static final List<Pattern> FORMS = List.of(
			form(SHORT_DAY + ", (?<day>\\d{2}) " + MONTH + " (?<year>\\d{4}) " + TIME + " gmt"),
			form(LONG_DAY + ", (?<day>\\d{2})-" + MONTH + "-(?<year>\\d{2}) " + TIME + " gmt"),
			form(SHORT_DAY + " " + MONTH + " (?<day>\\d{2}| \\d) " + TIME + " (?<year>\\d{4})"));

	private HttpDate() {
	}

	private static Pattern form(String regex) {
		return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
	}

	public static @Nullable Instant parse(@Nullable String text) {
		if (text == null) {
			return null;
		}
		String stripped = text.strip();
		return FORMS.stream()
			.map((form) -> form.matcher(stripped))
			.filter(Matcher::matches)
			.findFirst()
			.map(HttpDate::instant)
			.orElse(null);
	}

	private static @Nullable Instant instant(Matcher parts) {
		int month = MONTHS.indexOf(parts.group("month").toUpperCase(Locale.ROOT)) / 3 + 1;
		int second = number(parts, "second");
		try {
			LocalDateTime minute = LocalDateTime.of(year(parts.group("year")), month, number(parts, "day"),
					number(parts, "hour"), number(parts, "minute"));
			// Some minutes have one second more.
			return (second <= 60) ? minute.plusSeconds(second).toInstant(ZoneOffset.UTC) : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static int number(Matcher parts, String name) {
		return Integer.parseInt(parts.group(name).strip());
	}

	private static int year(String digits) {
		int year = Integer.parseInt(digits);
		if (digits.length() > 2) {
			return year;
		}
		int last = Year.now(ZoneOffset.UTC).getValue() + 50;
		return last - Math.floorMod(last - year, 100);
	}

	/**
	 * Reads a time that must be there once only.
	 * @param headers the headers
	 * @param name the field
	 * @return the time, or {@code null} if it is not there, malformed or contradicts
	 * itself
	 */
	public static @Nullable Instant single(Headers headers, String name) {
		List<String> values = headers.values(name).stream().distinct().toList();
		return (values.size() == 1) ? parse(values.getFirst()) : null;
	}

	/**
	 * Adds the time to an answer that does not say when it was made (RFC 9110, 6.6.1).
	 * @param headers its headers
	 * @param receivedAt when it came
	 * @return its headers, with a date
	 */
	public static Headers dated(Headers headers, Instant receivedAt) {
		return (single(headers, "Date") != null) ? headers : headers.with("Date", format(receivedAt));
	}

	public static String format(Instant instant) {
		return DateUtils.formatStandardDate(instant);
	}

}
