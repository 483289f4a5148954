package cellar.gateway.freshness;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;

import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/**
 * Times as HTTP writes them, and as it used to (RFC 9110, 5.6.7).
 */
public final class HttpDate {

	// The library misreads years of two digits and days of one.
	private static final List<DateTimeFormatter> OBSOLETE = List.of(
			formatter(new DateTimeFormatterBuilder().appendPattern("EEEE, dd-MMM-")
				.appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.now(ZoneOffset.UTC).getYear() - 49)
				.appendPattern(" HH:mm:ss 'GMT'")),
			formatter(new DateTimeFormatterBuilder().appendPattern("EEE MMM ")
				.padNext(2)
				.appendPattern("d HH:mm:ss yyyy")));

	private HttpDate() {
	}

	private static DateTimeFormatter formatter(DateTimeFormatterBuilder builder) {
		return builder.toFormatter(Locale.ENGLISH).withZone(ZoneOffset.UTC);
	}

	public static @Nullable Instant parse(@Nullable String text) {
		if (text == null) {
			return null;
		}
		Instant instant = DateUtils.parseStandardDate(text.strip());
		return (instant != null) ? instant : parseObsolete(text.strip());
	}

	private static @Nullable Instant parseObsolete(String text) {
		for (DateTimeFormatter formatter : OBSOLETE) {
			try {
				return Instant.from(formatter.parse(text));
			}
			catch (DateTimeException ex) {
				// Perhaps the other form.
			}
		}
		return null;
	}

	public static String format(Instant instant) {
		return DateUtils.formatStandardDate(instant);
	}

}
