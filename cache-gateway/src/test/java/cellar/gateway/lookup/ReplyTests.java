package cellar.gateway.lookup;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import cellar.gateway.head.Head;
import cellar.gateway.header.Headers;
import cellar.gateway.index.Key;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Reply}.
 */
class ReplyTests {

	private static final Instant NOW = Instant.parse("1994-11-06T08:49:37Z");

	private static final CacheStatus HIT = CacheStatus.hit(60);

	@Test
	void foundInTheStoreIsAsOldAsItsCopy() {
		Reply.Found found = Reply.Found.of(head("Age", "3"), 10, NOW, HIT, Body.EMPTY);
		assertThat(found.representation()).isEqualTo(new Representation(Headers.of("Age", "3"), 10));
		assertThat(found.age()).isEqualTo(Duration.ofSeconds(25));
	}

	@Test
	void forwardedIsAsOldAsItsOriginSays() {
		Reply.Found found = Reply.Found.of(head("Age", "3"), 10, NOW, HIT, Body.EMPTY).forwarded();
		assertThat(found.age()).isEqualTo(Duration.ofSeconds(3));
		assertThat(found.status()).isEqualTo(HIT);
	}

	@Test
	void forwardedWhenTheOriginSaysNothingHasNoAge() {
		assertThat(Reply.Found.of(head(), 10, NOW, HIT, Body.EMPTY).forwarded().age()).isNull();
	}

	@Test
	void withAnotherStatusKeepsTheRest() {
		Reply.Found found = Reply.Found.of(head(), 10, NOW, HIT, Body.EMPTY);
		assertThat(found.with(CacheStatus.partial(true)))
			.isEqualTo(new Reply.Found(found.representation(), found.age(), CacheStatus.partial(true), Body.EMPTY));
	}

	private static Head head(String... headers) {
		return new Head(Key.of(new Key.Space("/", "memory"), "a"), Headers.of(headers), NOW.minusSeconds(20),
				Duration.ofSeconds(5));
	}

}
