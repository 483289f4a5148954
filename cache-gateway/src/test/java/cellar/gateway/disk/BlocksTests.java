package cellar.gateway.disk;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Blocks}.
 */
class BlocksTests {

	@ParameterizedTest
	@CsvSource({ "0, 0", "1, 1", "4095, 1", "4096, 1", "4097, 2", "1152921504606846975, 281474976710656" })
	void bytesTakeUpWholeBlocks(long bytes, long blocks) {
		assertThat(Blocks.count(bytes)).isEqualTo(blocks);
		assertThat(Blocks.footprint(bytes)).isEqualTo(blocks * Blocks.SIZE);
	}

}
