package cellar.gateway.origin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MemoryBody}, and for what every {@link OriginBody} does.
 */
class MemoryBodyTests {

	private final OriginBody body = new MemoryBody("0123456789".getBytes(StandardCharsets.US_ASCII));

	@Test
	void readFillsNoMoreThanItIsTold() throws IOException {
		byte[] buffer = "........".getBytes(StandardCharsets.US_ASCII);
		assertThat(this.body.read(buffer, 2, 3)).isEqualTo(3);
		assertThat(buffer).asString(StandardCharsets.US_ASCII).isEqualTo("..012...");
	}

	@Test
	void readAllGivesWhatIsLeft() throws IOException {
		this.body.read(new byte[4]);
		assertThat(this.body.readAll()).asString(StandardCharsets.US_ASCII).isEqualTo("456789");
		assertThat(this.body.readAll()).isEmpty();
	}

	@Test
	void skipLeavesOutBytes() throws IOException {
		assertThat(this.body.skip(0)).isTrue();
		assertThat(this.body.skip(7)).isTrue();
		assertThat(this.body.readAll()).asString(StandardCharsets.US_ASCII).isEqualTo("789");
	}

	@Test
	void skipOfMoreThanThereIsSaysSo() throws IOException {
		assertThat(this.body.skip(10)).isTrue();
		assertThat(this.body.skip(1)).isFalse();
	}

	@Test
	void skipOfMoreThanIsReadAtOnceLeavesOutAllOfIt() throws IOException {
		OriginBody large = new MemoryBody(new byte[200_001]);
		assertThat(large.skip(200_000)).isTrue();
		assertThat(large.readAll()).hasSize(1);
	}

}
