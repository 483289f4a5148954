package cellar.gateway.condition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.gateway.header.Headers;
import cellar.gateway.lookup.Representation;

import static org.assertj.core.api.Assertions.assertThat;

class IfRangeTests {

	private static final String MODIFIED = "Thu, 01 Jan 2026 00:00:00 GMT";

	private static final Representation REPRESENTATION = new Representation(
			Headers.of("ETag", "\"x\"", "Last-Modified", MODIFIED, "Date", "Thu, 01 Jan 2026 00:00:01 GMT"), 100);

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"x\" | true", "x | true", "\"y\" | false", "W/\"x\" | false",
			MODIFIED + " | true", "Fri, 02 Jan 2026 00:00:00 GMT | false" })
	void holdsForTheSameVersionOnly(String field, boolean holds) {
		assertThat(IfRange.holds(field, REPRESENTATION)).isEqualTo(holds);
	}

	@ParameterizedTest
	@ValueSource(strings = { MODIFIED, "Wed, 31 Dec 2025 23:59:59 GMT", "yesterday" })
	void holdsForNoDateWithinWhoseSecondItMayHaveChangedAgain(String date) {
		Representation weak = new Representation(Headers.of("Last-Modified", MODIFIED, "Date", date), 100);
		assertThat(IfRange.holds(MODIFIED, weak)).isFalse();
		assertThat(IfRange.holds(MODIFIED, new Representation(Headers.of("Last-Modified", MODIFIED), 100))).isFalse();
	}

	@Test
	void holdsWhenNotThere() {
		assertThat(IfRange.holds(null, REPRESENTATION)).isTrue();
	}

}
