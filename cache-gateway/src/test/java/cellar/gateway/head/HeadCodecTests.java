package cellar.gateway.head;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import cellar.gateway.header.Headers;
import cellar.gateway.index.Key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class HeadCodecTests {

	private static final Head HEAD = new Head(Key.of(new Key.Space("/ü", "s3 x"), "a/b"),
			Headers.of("ETag", "\"1\"", "X-Note", "ä", "X-Note", ""), Instant.parse("2026-01-01T00:00:00.123Z"),
			Duration.ofMillis(1500));

	@Test
	void decodeReadsWhatWasEncoded() throws IOException {
		assertThat(HeadCodec.decode(HeadCodec.encode(HEAD))).isEqualTo(HEAD);
	}

	@Test
	void decodeTellsVariantsApart() throws IOException {
		Head variant = new Head(HEAD.key().variant("accept 1"), HEAD.headers(), HEAD.receivedAt(), HEAD.initialAge());
		assertThat(HeadCodec.decode(HeadCodec.encode(variant))).isEqualTo(variant).isNotEqualTo(HEAD);
	}

	@Test
	void decodeWhenCutOffAnywhereFails() {
		byte[] bytes = HeadCodec.encode(HEAD);
		for (int length = 0; length < bytes.length; length++) {
			byte[] cut = Arrays.copyOf(bytes, length);
			assertThatIOException().isThrownBy(() -> HeadCodec.decode(cut));
		}
	}

	@Test
	void decodeWhenOfAnotherVersionFails() {
		byte[] bytes = HeadCodec.encode(HEAD);
		bytes[0] = 3;
		assertThatIOException().isThrownBy(() -> HeadCodec.decode(bytes)).withMessageContaining("version");
	}

}
