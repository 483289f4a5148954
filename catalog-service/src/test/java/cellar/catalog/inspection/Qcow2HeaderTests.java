package cellar.catalog.inspection;

import java.nio.ByteBuffer;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.catalog.layout.Refusal;

import static org.assertj.core.api.Assertions.assertThat;

class Qcow2HeaderTests {

	@ParameterizedTest
	@ValueSource(ints = { 2, 3 })
	void ofWhenThereIsBackingFileRefuses(int version) {
		assertThat(refuse(Samples.qcow2(version).putLong(8, 512).putInt(16, 11))).isEqualTo(Refusal.OUTSIDE_DATA);
	}

	@ParameterizedTest
	@CsvSource({ "1, CORRUPT", "2, CORRUPT", "4, OUTSIDE_DATA", "32, UNSUPPORTED_FORMAT" })
	void ofWhenFeatureIsUnfitRefuses(long feature, Refusal refusal) {
		assertThat(refuse(Samples.qcow2(3).putLong(72, feature))).isEqualTo(refusal);
	}

	@Test
	void ofWhenFeatureMakesNoDifferenceKeepsImage() {
		byte[] image = Samples.qcow2(3).putLong(72, 0b11000).putLong(80, 1).array();
		assertThat(Inspecting.inspect(image)).isInstanceOf(Verdict.Recognised.class);
	}

	@Test
	void ofWhenExtensionNamesDataFileRefuses() {
		ByteBuffer image = Samples.qcow2(3);
		image.putInt(104, 0xe2792aca).putInt(108, 5).putInt(120, 0x44415441).putInt(124, 4);
		assertThat(refuse(image)).isEqualTo(Refusal.OUTSIDE_DATA);
		assertThat(refuse(Samples.qcow2(2).putInt(72, 0x44415441))).isEqualTo(Refusal.OUTSIDE_DATA);
	}

	@Test
	void ofWhenExtensionIsAbsurdReadsOn() {
		byte[] image = Samples.qcow2(3).putInt(104, 1).putInt(108, -1).array();
		assertThat(Inspecting.inspect(image)).isInstanceOf(Verdict.Recognised.class);
	}

	@ParameterizedTest
	@CsvSource({ "4, 1, UNSUPPORTED_FORMAT", "4, 4, UNSUPPORTED_FORMAT", "4, -1, UNSUPPORTED_FORMAT",
			"32, 1, UNSUPPORTED_FORMAT", "20, 8, CORRUPT", "20, 22, CORRUPT", "20, -1, CORRUPT", "24, -1, CORRUPT",
			"40, -1, CORRUPT", "48, -1, CORRUPT", "100, 0, CORRUPT", "100, 71, CORRUPT" })
	void ofWhenNumberIsUnfitRefuses(int offset, int number, Refusal refusal) {
		assertThat(refuse(Samples.qcow2(3).putInt(offset, number))).isEqualTo(refusal);
	}

	@Test
	void ofWhenHeaderLengthIsAbsurdKeepsImage() {
		byte[] image = Samples.qcow2(3).putInt(100, -1).array();
		assertThat(Inspecting.inspect(image)).isInstanceOf(Verdict.Recognised.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { 10, 103, 1000, (3 << 16) + 159 })
	void ofWhenImageEndsBeforeItsTablesRefuses(int length) {
		assertThat(Inspecting.refuse(Arrays.copyOf(Samples.qcow2(3).array(), length))).isEqualTo(Refusal.TRUNCATED);
	}

	private static Refusal refuse(ByteBuffer image) {
		return Inspecting.refuse(image.array());
	}

}
