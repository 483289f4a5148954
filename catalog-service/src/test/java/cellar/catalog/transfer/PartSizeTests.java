package cellar.catalog.transfer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class PartSizeTests {

	@ParameterizedTest
	@CsvSource({ "1B, 1B", "7MB, 7MB", "8MB, 8MB", "70GB, 8MB", "100GB, 11MB", "500GB, 52MB" })
	void ofKeepsPartsSmallAndFew(String file, String part) {
		long size = DataSize.parse(file).toBytes();
		assertThat(PartSize.of(size)).isEqualTo((int) DataSize.parse(part).toBytes());
		assertThat(Math.ceilDiv(size, PartSize.of(size))).isLessThanOrEqualTo(10_000);
	}

}
