package cellar.gateway.delivery;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.gateway.cache.Representation;
import cellar.gateway.origin.Headers;

import static org.assertj.core.api.Assertions.assertThat;

class ByteRangeTests {

	private static final String MODIFIED = "Thu, 01 Jan 2026 00:00:00 GMT";

	private static final Representation HUNDRED = new Representation(
			Headers.of("ETag", "\"x\"", "Last-Modified", MODIFIED), 100);

	@ParameterizedTest
	@CsvSource({ "bytes=0-0,0,0", "bytes=0-,0,99", "bytes=10-19,10,19", "bytes=90-1000,90,99", "bytes=-5,95,99",
			"bytes=-1000,0,99", "Bytes = 1-2,1,2", "bytes=99-99999999999999999999999,99,99" })
	void ofGivesPart(String range, long first, long last) {
		assertThat(ByteRange.of(range, null, HUNDRED)).isEqualTo(new ByteRange.Part(first, last));
	}

	@ParameterizedTest
	@ValueSource(strings = { "bytes=100-", "bytes=100-200", "bytes=-0", "bytes=99999999999999999999-" })
	void ofWhenBeyondTheEndGivesNowhere(String range) {
		assertThat(ByteRange.of(range, null, HUNDRED)).isEqualTo(new ByteRange.Unsatisfiable());
	}

	@ParameterizedTest
	@ValueSource(strings = { "bytes=", "bytes=-", "bytes=5-4", "bytes=0-1,3-4", "items=0-1", "bytes=a-b", "nonsense" })
	void ofWhenNotOneRangeGivesWhole(String range) {
		assertThat(ByteRange.of(range, null, HUNDRED)).isEqualTo(new ByteRange.Whole());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"x\" | true", "x | true", "\"y\" | false", "W/\"x\" | false",
			MODIFIED + " | true", "Fri, 02 Jan 2026 00:00:00 GMT | false" })
	void ofMindsIfRange(String ifRange, boolean holds) {
		assertThat(ByteRange.of("bytes=0-1", ifRange, HUNDRED) instanceof ByteRange.Part).isEqualTo(holds);
	}

	@Test
	void ofWhenLengthIsUnknownGivesWhole() {
		assertThat(ByteRange.of("bytes=0-1", null, new Representation(Headers.of(), -1)))
			.isEqualTo(new ByteRange.Whole());
	}

	@Test
	void ofWhenEmptyHasNoPart() {
		@Nullable String none = null;
		assertThat(ByteRange.of("bytes=0-", none, new Representation(Headers.of(), 0)))
			.isEqualTo(new ByteRange.Unsatisfiable());
	}

}
