package cellar.gateway.delivery;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cellar.gateway.cache.Representation;
import cellar.gateway.origin.Headers;

import static org.assertj.core.api.Assertions.assertThat;

class IfRangeTests {

	private static final String MODIFIED = "Thu, 01 Jan 2026 00:00:00 GMT";

	private static final Representation REPRESENTATION = new Representation(
			Headers.of("ETag", "\"x\"", "Last-Modified", MODIFIED), 100);

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"x\" | true", "x | true", "\"y\" | false", "W/\"x\" | false",
			MODIFIED + " | true", "Fri, 02 Jan 2026 00:00:00 GMT | false" })
	void holdsForTheSameVersionOnly(String field, boolean holds) {
		assertThat(IfRange.holds(field, REPRESENTATION)).isEqualTo(holds);
	}

	@Test
	void holdsWhenNotThere() {
		assertThat(IfRange.holds(null, REPRESENTATION)).isTrue();
	}

}
