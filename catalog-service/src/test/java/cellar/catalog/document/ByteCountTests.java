package cellar.catalog.document;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ByteCountTests {

	@ParameterizedTest
	@CsvSource({ "0, 0 B", "1023, 1023 B", "1024, 1.0 KiB", "67108864, 64.0 MiB", "1649267441664, 1.5 TiB" })
	void ofUsesTheLargestUnitThatFits(long bytes, String expected) {
		assertThat(ByteCount.of(bytes)).isEqualTo(expected);
	}

}
