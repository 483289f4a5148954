package cellar.gateway.fetch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cellar.gateway.lookup.Portion;

import static org.assertj.core.api.Assertions.assertThat;

class FirstRequestTests {

	@ParameterizedTest
	@CsvSource({ "0, 1, bytes=0-99", "0, 100, bytes=0-99", "0, 101, bytes=0-199", "99, 101, bytes=0-199",
			"100, 101, bytes=100-199", "250, 9223372036854775807, bytes=200-499", "0, 900, bytes=0-299",
			"9223372036854770000, 9223372036854770001, bytes=9223372036854770000-9223372036854770099",
			"-5, 9223372036854775807, bytes=0-0" })
	void ofAsksForWholeSlices(long first, long end, String range) {
		assertThat(FirstRequest.of(new Portion(first, end), 100, 3).range()).isEqualTo(range);
	}

	@Test
	void ofWhenAllIsWantedAsksForAll() {
		assertThat(FirstRequest.of(Portion.ALL, 100, 3).range()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "150, 2", "200, 2", "350, 2" })
	void endSliceIsTheFirstThatIsNotWhole(long length, int end) {
		FirstRequest request = new FirstRequest(100, 200, 100);
		assertThat(request.firstSlice()).isOne();
		assertThat(request.endSlice(length)).isEqualTo(end);
	}

	@Test
	void endSliceWhenOneByteWasAskedForIsNone() {
		FirstRequest request = FirstRequest.of(new Portion(-5, Long.MAX_VALUE), 100, 3);
		assertThat(request.endSlice(1000)).isZero();
	}

}
