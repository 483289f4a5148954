package cellar.gateway.header;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FieldLineTests {

	@Test
	void readKeepsWhatCanBeSent() {
		assertThat(FieldLine.read("X-a!", "b\tc \u00e9")).isEqualTo(new Headers.Field("X-a!", "b\tc \u00e9"));
		assertThat(FieldLine.read("X", null)).isEqualTo(new Headers.Field("X", ""));
	}

	@Test
	void readPutsBlanksInThePlaceOfControlCharacters() {
		assertThat(FieldLine.read("X", "a\u0000\u001f\r\n\u007fb")).isEqualTo(new Headers.Field("X", "a     b"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "X Y", "X(Y", "X@Y", "X\u00e9", "X:" })
	void readWhenNameIsNoTokenGivesNothing(String name) {
		assertThat(FieldLine.read(name, "a")).isNull();
	}

}
