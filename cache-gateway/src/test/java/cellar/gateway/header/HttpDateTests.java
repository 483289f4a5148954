package cellar.gateway.header;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HttpDateTests {

	private static final Instant INSTANT = Instant.parse("1994-11-06T08:49:37Z");

	@ParameterizedTest
	@ValueSource(strings = { "Sun, 06 Nov 1994 08:49:37 GMT", " Sun, 06 Nov 1994 08:49:37 GMT ",
			"Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "SUN, 06 nov 1994 08:49:37 gmt",
			"Fri, 06 Nov 1994 08:49:37 GMT" })
	void parseAcceptsAllThreeForms(String text) {
		assertThat(HttpDate.parse(text)).isEqualTo(INSTANT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "-1", "1994-11-06T08:49:37Z", "\"etag\"", "Sun, 06 Nov 1994 08:49:37 UTC",
			"Sun, 06 Nov 94 08:49:37 GMT", "Sun 06 Nov 1994 08:49:37 GMT", "Sun, 06  Nov 1994 08:49:37 GMT",
			"Sun, 06-Nov-1994 08:49:37 GMT", "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 8:49:37 GMT",
			"Sun, 06 Nov 1994 08.49.37 GMT", "Sun, 31 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT" })
	void parseWhenNoDateIsNothing(String text) {
		assertThat(HttpDate.parse(text)).isNull();
	}

	@Test
	void parseTakesTwoDigitsForTheYearThatIsAtMostFiftyAhead() {
		assertThat(HttpDate.parse("Sunday, 06-Nov-50 08:49:37 GMT")).isEqualTo(Instant.parse("2050-11-06T08:49:37Z"));
		assertThat(HttpDate.parse("Sunday, 06-Nov-99 08:49:37 GMT")).isEqualTo(Instant.parse("1999-11-06T08:49:37Z"));
	}

	@Test
	void formatIsTheCurrentForm() {
		assertThat(HttpDate.format(INSTANT)).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
	}

	@Test
	void datedWhenThereIsADateChangesNothing() {
		Headers headers = Headers.of("Date", "Sat, 05 Nov 1994 08:49:37 GMT", "Age", "3");
		assertThat(HttpDate.dated(headers, INSTANT)).isEqualTo(headers);
	}

	@ParameterizedTest
	@ValueSource(strings = { "yesterday", "" })
	void datedWhenThereIsNoneThatCountsAddsTheTime(String date) {
		assertThat(HttpDate.dated(Headers.of("Date", date, "Age", "3"), INSTANT))
			.isEqualTo(Headers.of("Age", "3", "Date", "Sun, 06 Nov 1994 08:49:37 GMT"));
		assertThat(HttpDate.dated(Headers.of("Age", "3"), INSTANT))
			.isEqualTo(Headers.of("Age", "3", "Date", "Sun, 06 Nov 1994 08:49:37 GMT"));
	}

}
