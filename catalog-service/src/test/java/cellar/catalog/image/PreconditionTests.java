package cellar.catalog.image;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PreconditionTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"3"        | true
			*          | true
			"2", "3"   | true
			"2","4"    | false
			"33"       | false
			3          | false
			W/"3"      | false
			""")
	void isMetByComparesStrongly(String header, boolean met) {
		assertThat(Precondition.of(header).isMetBy(3)).isEqualTo(met);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " " })
	void ofWhenHeaderSaysNothingIsMissing(String header) {
		assertThatExceptionOfType(Precondition.MissingException.class).isThrownBy(() -> Precondition.of(header));
	}

}
