package cellar.gateway.checksum;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Checksum;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ChecksumAlgorithm} and what it is made of.
 */
class ChecksumAlgorithmTests {

	private static final byte[] BYTES = new byte[100_003];

	static {
		new Random(1).nextBytes(BYTES);
	}

	private static String hex(ChecksumAlgorithm algorithm, byte[] bytes, int step) {
		RunningChecksum checksum = algorithm.start();
		for (int position = 0; position < bytes.length; position += step) {
			byte[] next = Arrays.copyOfRange(bytes, position, Math.min(position + step, bytes.length));
			checksum.update(next, 0, next.length);
		}
		return checksum.hex();
	}

	@ParameterizedTest
	@CsvSource({ "CRC64NVME, ae8b14860a799888", "CRC32C, e3069283", "CRC32, cbf43926",
			"SHA256, 15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225",
			"SHA1, f7c3bc1d808e04732adf679965ccc34ca7ae3441", "MD5, 25f9e794323b453885f5181f1b624d0b" })
	void hexOfTheDigitsIsThePublishedOne(ChecksumAlgorithm algorithm, String hex) {
		byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
		assertThat(hex(algorithm, digits, 9)).isEqualTo(hex);
		assertThat(hex(algorithm, digits, 1)).isEqualTo(hex);
	}

	@ParameterizedTest
	@EnumSource
	void hexDoesNotDependOnHowTheBytesCome(ChecksumAlgorithm algorithm) {
		String whole = hex(algorithm, BYTES, BYTES.length);
		for (int step : new int[] { 1, 7, 8, 4096, 99_999 }) {
			assertThat(hex(algorithm, BYTES, step)).isEqualTo(whole);
		}
	}

	@ParameterizedTest
	@CsvSource({ "CRC64NVME, 1", "CRC64NVME, 4096", "CRC64NVME, 100003", "CRC64NVME, 100002", "CRC32C, 1",
			"CRC32C, 4096", "CRC32C, 99999", "CRC32, 1", "CRC32, 4096", "CRC32, 200000" })
	void partsComeToTheSameAsTheWhole(ChecksumAlgorithm algorithm, int step) {
		PartsChecksum parts = new PartsChecksum(algorithm);
		for (int position = 0; position < BYTES.length; position += step) {
			int length = Math.min(step, BYTES.length - position);
			Checksum part = algorithm.part();
			part.update(BYTES, position, length);
			parts.add(part.getValue(), length);
		}
		assertThat(parts.hex()).isEqualTo(hex(algorithm, BYTES, BYTES.length));
	}

	@ParameterizedTest
	@EnumSource(names = { "SHA256", "SHA1", "MD5" })
	void partsOfADigestAreOfNoUse(ChecksumAlgorithm algorithm) {
		assertThat(algorithm.isCombinable()).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> new PartsChecksum(algorithm));
	}

	@Test
	void checksumFromBase64HasToBeOfTheRightLength() {
		assertThat(WholeChecksum.ofBase64(ChecksumAlgorithm.CRC32, "y/Q5Jg=="))
			.isEqualTo(new WholeChecksum(ChecksumAlgorithm.CRC32, "cbf43926"));
		assertThat(WholeChecksum.ofBase64(ChecksumAlgorithm.CRC64NVME, "y/Q5Jg==")).isNull();
		assertThat(WholeChecksum.ofBase64(ChecksumAlgorithm.CRC32, "y/Q5Jg==-3")).isNull();
		assertThat(WholeChecksum.ofBase64(ChecksumAlgorithm.CRC32, "?")).isNull();
	}

}
