package cellar.gateway.header;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContentRangeTests {

	@ParameterizedTest
	@CsvSource({ "bytes 0-9/10, 0, 9, 10", "bytes 5-9/*, 5, 9, -1", "Bytes  7-7/8, 7, 7, 8", "0-9/10, 0, 9, 10",
			"' bytes 0-9/10 ', 0, 9, 10" })
	void parseWhenSoundGivesThePart(String value, long first, long last, long total) {
		assertThat(ContentRange.parse(value)).isEqualTo(new ContentRange(first, last, total));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "bytes */10", "bytes 5-4/10", "bytes 0-10/10", "bytes 0-9", "items 0-9/10",
			"bytes -5/10", "bytes 0-9999999999999999999/*" })
	void parseWhenUnsoundGivesNothing(String value) {
		assertThat(ContentRange.parse(value)).isNull();
	}

}
