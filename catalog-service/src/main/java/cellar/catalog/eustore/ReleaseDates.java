package cellar.catalog.eustore;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds out when an image was made.
 */
final class ReleaseDates {

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMddHHmmss")
		.withResolverStyle(ResolverStyle.STRICT);

	private static final Pattern DAY = Pattern
		.compile("(?<![0-9])((?:19|20)[0-9]{2})[.-]?([0-9]{1,2})[.-]?([0-9]{1,2})(?![0-9])");

	private ReleaseDates() {
	}

	static Instant of(EntryFields fields, @Nullable String version, @Nullable String url, Instant now,
			Findings findings) {
		String given = fields.text("date");
		if (given != null) {
			try {
				return LocalDateTime.parse(given, DATE).toInstant(ZoneOffset.UTC);
			}
			catch (DateTimeParseException ex) {
				findings.repair("'date' is not yyyyMMddHHmmss");
			}
		}
		Optional<Instant> day = day(version).or(() -> day(url));
		findings.repair(day.isPresent() ? "'date' was derived from the version or the URL"
				: "'date' was missing; the time of the import was taken");
		return day.orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS));
	}

	private static Optional<Instant> day(@Nullable String text) {
		Matcher matcher = DAY.matcher((text != null) ? text : "");
		while (matcher.find()) {
			try {
				return Optional.of(
						LocalDate
							.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
									Integer.parseInt(matcher.group(3)))
							.atStartOfDay()
							.toInstant(ZoneOffset.UTC));
			}
			catch (DateTimeException ex) {
				// Digits that are no day; perhaps the next are.
			}
		}
		return Optional.empty();
	}

}
