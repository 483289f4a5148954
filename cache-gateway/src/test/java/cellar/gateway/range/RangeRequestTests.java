package cellar.gateway.range;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.gateway.lookup.Portion;

import static org.assertj.core.api.Assertions.assertThat;

class RangeRequestTests {

	@ParameterizedTest
	@CsvSource({ "bytes=0-0,0,0", "bytes=0-,0,99", "bytes=10-19,10,19", "bytes=90-1000,90,99", "bytes=-5,95,99",
			"bytes=-1000,0,99", "Bytes = 1-2,1,2", "bytes=99-99999999999999999999999,99,99" })
	void ofGivesPart(String field, long first, long last) {
		assertThat(parts(field, 100)).containsExactly(new ByteRange(first, last));
	}

	@ParameterizedTest
	@ValueSource(strings = { "bytes=100-", "bytes=100-200", "bytes=-0", "bytes=99999999999999999999-",
			"bytes=100-,200-300,-0" })
	void ofWhenBeyondTheEndGivesNothing(String field) {
		assertThat(parts(field, 100)).isEmpty();
	}

	@Test
	void ofWhenEmptyGivesNothing() {
		assertThat(parts("bytes=0-", 0)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "bytes=", "bytes=-", "bytes=5-4", "items=0-1", "bytes=a-b", "nonsense", "bytes=0-1,x",
			"bytes=0-1,5-4", "bytes=,", "bytes=0-1;2-3" })
	void parseWhenMalformedGivesNone(String field) {
		assertThat(RangeRequest.parse(field)).isNull();
	}

	@Test
	void parseWhenTooManyGivesNone() {
		assertThat(RangeRequest.parse(many(32))).isNotNull();
		assertThat(RangeRequest.parse(many(33))).isNull();
	}

	private static String many(int count) {
		return IntStream.range(0, count)
			.mapToObj((number) -> number * 1000 + "-" + (number * 1000 + 1))
			.collect(Collectors.joining(",", "bytes=", ""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "bytes=0-9,5-20 | 0 | 20", "bytes=10-19,0-9 | 0 | 19", "bytes=0-9,60-69 | 0 | 69",
					"bytes=0-99,10-20 | 0 | 99", "bytes=0-,0-,0- | 0 | 999", "bytes=0-9,2000- | 0 | 9" })
	void ofUnitesWhatTouchesOrNearlyDoes(String field, long first, long last) {
		assertThat(parts(field, 1000)).containsExactly(new ByteRange(first, last));
	}

	@Test
	void ofGivesPartsFromTheFirstByteOn() {
		assertThat(parts("bytes=-10,500-509,0-9", 1000)).containsExactly(new ByteRange(0, 9), new ByteRange(500, 509),
				new ByteRange(990, 999));
	}

	@ParameterizedTest
	@CsvSource({ "bytes=10-19,10,20", "bytes=-5,-5,9223372036854775807", "bytes=7-,7,9223372036854775807",
			"'bytes=50-59,0-9',0,10", "'bytes=-5,20-29',20,30", "nonsense,0,9223372036854775807", "bytes=-0,0,1" })
	void portionIsWhatIsSentFirst(String field, long first, long end) {
		assertThat(RangeRequest.portion(field)).isEqualTo(new Portion(first, end));
	}

	private static List<ByteRange> parts(String field, long length) {
		RangeRequest request = RangeRequest.parse(field);
		assertThat(request).isNotNull();
		return request.of(length);
	}

}
