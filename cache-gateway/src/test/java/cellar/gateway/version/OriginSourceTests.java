package cellar.gateway.version;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.common.test.SettableClock;
import cellar.gateway.header.ContentRange;
import cellar.gateway.header.Headers;
import cellar.gateway.origin.InMemoryOrigin;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginBody;
import cellar.gateway.origin.OriginFailedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

class OriginSourceTests {

	private static final byte[] BYTES = new byte[200_000];

	private final InMemoryOrigin origin = new InMemoryOrigin(new SettableClock(Instant.EPOCH));

	private final OriginSource source = new OriginSource(this.origin, "a", "\"1\"", BYTES.length);

	@BeforeEach
	void put() {
		for (int i = 0; i < BYTES.length; i++) {
			BYTES[i] = (byte) (i * 31 + i / 251);
		}
		this.origin.put("a", BYTES, "\"1\"");
	}

	private static byte[] read(OriginBody body) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		byte[] buffer = new byte[7001];
		try (body) {
			for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
				bytes.write(buffer, 0, read);
			}
		}
		return bytes.toByteArray();
	}

	@ParameterizedTest
	@CsvSource({ "0, 1", "0, 200000", "70000, 140000", "199999, 200000" })
	void openGivesExactlyThePart(int first, int end) throws IOException {
		assertThat(read(this.source.open(first, end))).isEqualTo(Arrays.copyOfRange(BYTES, first, end));
		assertThat(this.origin.requests().getLast().headers().first("If-Match")).isEqualTo("\"1\"");
	}

	@ParameterizedTest
	@CsvSource({ "0, 1", "0, 200000", "70000, 140000", "199999, 200000" })
	void openWhenRangesAreIgnoredCutsThePartOut(int first, int end) throws IOException {
		this.origin.ignoreRanges();
		assertThat(read(this.source.open(first, end))).isEqualTo(Arrays.copyOfRange(BYTES, first, end));
	}

	@Test
	void openWithoutEndGivesTheRest() throws IOException {
		assertThat(read(this.source.open(150_000, -1))).isEqualTo(Arrays.copyOfRange(BYTES, 150_000, 200_000));
		this.origin.ignoreRanges();
		assertThat(read(this.source.open(150_000, -1))).isEqualTo(Arrays.copyOfRange(BYTES, 150_000, 200_000));
	}

	@Test
	void openWhenChangedIsGone() {
		this.origin.put("a", BYTES, "\"2\"");
		assertGone(this.source);
	}

	@Test
	void openWhenTheConditionIsIgnoredKnowsTheVersionByItsTag() {
		this.origin.answerOnly(part("\"2\"", new ContentRange(0, 9, BYTES.length)));
		assertGone(this.source);
	}

	@Test
	void openWhenRemovedIsGone() {
		this.origin.remove("a");
		assertGone(this.source);
	}

	@ParameterizedTest
	@ValueSource(strings = { "W/\"1\"" })
	void openWhenTagIsWeakAsksNobody(String etag) {
		assertGone(new OriginSource(this.origin, "a", etag, BYTES.length));
		assertGone(new OriginSource(this.origin, "a", null, BYTES.length));
		assertThat(this.origin.requests()).isEmpty();
	}

	private static void assertGone(OriginSource source) {
		assertThatExceptionOfType(VersionGoneException.class).isThrownBy(() -> source.open(0, 10));
	}

	@ParameterizedTest
	@CsvSource({ "302, true", "404, true", "410, true", "412, true", "416, true", "401, false", "403, false" })
	void openWhenOriginSaysSomethingElseIsGoneUnlessThatTellsOfTheCaller(int status, boolean gone) {
		this.origin.answerOnly(new OriginAnswer.Foreign(status, Headers.of(), 0, new NoBody()));
		assertThatExceptionOfType(gone ? VersionGoneException.class : OriginFailedException.class)
			.isThrownBy(() -> this.source.open(0, 10));
	}

	@Test
	void openWhenOriginFailsTellsHow() {
		OriginAnswer.Failure failure = new OriginAnswer.Failure(OriginAnswer.Failure.Kind.TIMEOUT, 0);
		this.origin.answerOnly(failure);
		assertThatExceptionOfType(OriginFailedException.class).isThrownBy(() -> this.source.open(0, 10))
			.satisfies((ex) -> assertThat(ex.failure()).isEqualTo(failure));
	}

	@Test
	void openWhenAccessIsDeniedIsNotGone() {
		this.origin.answerOnly(new OriginAnswer.Denied());
		assertThatExceptionOfType(OriginFailedException.class).isThrownBy(() -> this.source.open(0, 10));
	}

	@ParameterizedTest
	@CsvSource({ "1, 9, 200000", "0, 8, 200000", "0, 10, 200000", "0, 9, 199999" })
	void openWhenAnotherPartComesFails(long first, long last, long total) {
		this.origin.answerOnly(part("\"1\"", new ContentRange(first, last, total)));
		assertThatIOException().isThrownBy(() -> this.source.open(0, 10));
	}

	@Test
	void openWhenNothingTellsTheEndOfTheRestFails() {
		this.origin
			.answerOnly(new OriginAnswer.Content(200, Headers.of("ETag", "\"1\""), -1, false, null, new NoBody()));
		assertThatIOException().isThrownBy(() -> new OriginSource(this.origin, "a", "\"1\"", -1).open(10, -1));
	}

	@Test
	void openWhenTheLengthIsAnotherIsGone() {
		this.origin.answerOnly(part("\"1\"", new ContentRange(0, 9, BYTES.length - 1)));
		assertGone(this.source);
	}

	private static OriginAnswer part(String etag, ContentRange part) {
		return new OriginAnswer.Content(206, Headers.of("ETag", etag), 10, true, part, new NoBody());
	}

	private static final class NoBody implements OriginBody {

		@Override
		public int read(byte[] buffer, int offset, int length) {
			return -1;
		}

		@Override
		public void close() {
		}

	}

}
