package cellar.gateway.slice;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import cellar.gateway.checksum.ChecksumAlgorithm;
import cellar.gateway.checksum.ChecksumMismatchException;
import cellar.gateway.checksum.Proof;
import cellar.gateway.checksum.WholeChecksum;
import cellar.gateway.version.VersionGoneException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Failures}.
 */
class FailuresTests {

	@Test
	void versionThatIsGoneIsFinal() {
		assertThat(Failures.isFinal(new VersionGoneException("Gone"))).isTrue();
		assertThat(Failures.isWorthAnotherTry(new VersionGoneException("Gone"))).isFalse();
	}

	@Test
	void versionThatProvedWrongIsFinal() {
		Proof proof = new Proof(new WholeChecksum(ChecksumAlgorithm.CRC32C, "00000000"), () -> {
		});
		assertThatExceptionOfType(ChecksumMismatchException.class).isThrownBy(() -> proof.check("00000001"))
			.satisfies((mismatch) -> {
				assertThat(Failures.isFinal(mismatch)).isTrue();
				assertThat(Failures.isWorthAnotherTry(mismatch)).isFalse();
			});
	}

	@Test
	void fullDiskIsNotFinalButWorthNoOtherTry() {
		assertThat(Failures.isFinal(new NotStoredException("Full"))).isFalse();
		assertThat(Failures.isWorthAnotherTry(new NotStoredException("Full"))).isFalse();
	}

	@Test
	void anythingElseIsWorthAnotherTry() {
		assertThat(Failures.isFinal(new IOException("Connection reset"))).isFalse();
		assertThat(Failures.isWorthAnotherTry(new IOException("Connection reset"))).isTrue();
		assertThat(Failures.isFinal(null)).isFalse();
	}

}
