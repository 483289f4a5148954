package cellar.gateway.freshness;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CacheControlTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			private="a, b", no-store | private no-store
			private="a, no-store     | private no-store
			a="b\\", c", no-cache    | a no-cache
			private="a, b="c", d     | private b d
			""")
	void parseReadsWhatAnOpenQuoteSwallows(String line, String directives) {
		CacheControl control = CacheControl.parse(List.of(line));
		assertThat(control.directives()).containsOnlyKeys(directives.split(" "));
	}

	/**
	 * One that looks for the end of each quote would take longer than any test may.
	 */
	@Test
	void parseWhenQuotesStayOpenTakesNotMuchLonger() {
		assertThat(CacheControl.parse(List.of("\"\\\",".repeat(1_000_000) + "no-store")).has("no-store")).isTrue();
	}

}
