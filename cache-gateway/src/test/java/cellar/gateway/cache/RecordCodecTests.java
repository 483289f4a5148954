package cellar.gateway.cache;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import cellar.gateway.origin.Headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class RecordCodecTests {

	private static final StoredObject OBJECT = new StoredObject(new Key("/ü", "s3 x", "a/b"), "0".repeat(32),
			Headers.of("ETag", "unquoted", "X", ""), 5_000_000_000L, -7, Instant.ofEpochMilli(1234),
			Duration.ofMillis(99));

	@Test
	void decodeGivesBackWhatWasEncoded() throws IOException {
		assertThat(RecordCodec.decode(RecordCodec.encode(OBJECT))).isEqualTo(OBJECT);
	}

	@Test
	void decodeWhenAnyByteIsDifferentRefuses() throws IOException {
		byte[] bytes = RecordCodec.encode(OBJECT);
		for (int i = 0; i < bytes.length; i++) {
			byte[] damaged = bytes.clone();
			damaged[i] ^= 0x10;
			assertThatIOException().isThrownBy(() -> RecordCodec.decode(damaged));
		}
		assertThatIOException().isThrownBy(() -> RecordCodec.decode(new byte[2]));
	}

}
