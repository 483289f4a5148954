package cellar.gateway.freshness;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HttpDateTests {

	private static final Instant INSTANT = Instant.parse("1994-11-06T08:49:37Z");

	@ParameterizedTest
	@ValueSource(strings = { "Sun, 06 Nov 1994 08:49:37 GMT", " Sun, 06 Nov 1994 08:49:37 GMT ",
			"Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994" })
	void parseAcceptsAllThreeForms(String text) {
		assertThat(HttpDate.parse(text)).isEqualTo(INSTANT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "-1", "1994-11-06T08:49:37Z", "\"etag\"" })
	void parseWhenNoDateIsNothing(String text) {
		assertThat(HttpDate.parse(text)).isNull();
	}

	@Test
	void formatIsTheCurrentForm() {
		assertThat(HttpDate.format(INSTANT)).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
	}

}
