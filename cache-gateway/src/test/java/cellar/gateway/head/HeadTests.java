package cellar.gateway.head;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import cellar.gateway.header.Headers;
import cellar.gateway.index.Key;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Head}.
 */
class HeadTests {

	private static final Instant NOW = Instant.parse("1994-11-06T08:49:37Z");

	@Test
	void conditionsNameTheVersionByAllThatIsKnown() {
		Head head = head("ETag", "\"1\"", "Last-Modified", "Sat, 05 Nov 1994 08:49:37 GMT");
		assertThat(head.conditions())
			.isEqualTo(Headers.of("If-None-Match", "\"1\"", "If-Modified-Since", "Sat, 05 Nov 1994 08:49:37 GMT"));
	}

	@Test
	void conditionsWhenNothingIsKnownAreNone() {
		assertThat(head("Content-Type", "text/plain").conditions()).isEqualTo(Headers.of());
	}

	@Test
	void renewedHasTheNewerFieldsAndAge() {
		Head renewed = head("ETag", "\"1\"", "Cache-Control", "max-age=1").renewed(
				Headers.of("Cache-Control", "max-age=60", "Date", "Sun, 06 Nov 1994 08:49:30 GMT", "Age", "3"),
				NOW.minusSeconds(2), NOW);
		assertThat(renewed.headers()).isEqualTo(Headers.of("ETag", "\"1\"", "Cache-Control", "max-age=60", "Date",
				"Sun, 06 Nov 1994 08:49:30 GMT", "Age", "3"));
		assertThat(renewed.receivedAt()).isEqualTo(NOW);
		assertThat(renewed.initialAge()).isEqualTo(Duration.ofSeconds(7));
	}

	@Test
	void renewedWithoutADateHasTheTimeInPlaceOfTheOlderOne() {
		Head renewed = head("Date", "Sat, 05 Nov 1994 08:49:37 GMT", "ETag", "\"1\"").renewed(Headers.of("Age", "3"),
				NOW, NOW);
		assertThat(renewed.headers())
			.isEqualTo(Headers.of("ETag", "\"1\"", "Age", "3", "Date", "Sun, 06 Nov 1994 08:49:37 GMT"));
		assertThat(renewed.initialAge()).isEqualTo(Duration.ofSeconds(3));
	}

	private static Head head(String... headers) {
		return new Head(Key.of(new Key.Space("/", "memory"), "a"), Headers.of(headers), NOW.minusSeconds(100),
				Duration.ZERO);
	}

}
