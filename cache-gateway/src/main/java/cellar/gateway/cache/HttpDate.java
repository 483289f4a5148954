package cellar.gateway.cache;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Times as HTTP writes them.
 */
public final class HttpDate {

	private static final DateTimeFormatter FORMAT = DateTimeFormatter
		.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private HttpDate() {
	}

	public static @Nullable Instant parse(@Nullable String text) {
		if (text == null) {
			return null;
		}
		try {
			return Instant.from(FORMAT.parse(text.strip()));
		}
		catch (DateTimeException ex) {
			return parseRelaxed(text.strip());
		}
	}

	private static @Nullable Instant parseRelaxed(String text) {
		try {
			return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	public static String format(Instant instant) {
		return FORMAT.format(instant);
	}

}
