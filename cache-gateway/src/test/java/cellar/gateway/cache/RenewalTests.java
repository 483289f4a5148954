package cellar.gateway.cache;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import cellar.gateway.header.Headers;
import cellar.gateway.lookup.Reply;
import cellar.gateway.origin.OriginAnswer;

import static org.assertj.core.api.Assertions.assertThat;

class RenewalTests extends CacheTestBase {

	private static final int OBJECTS = 50;

	private static final Duration MINUTE = Duration.ofMinutes(1);

	@Test
	void copiesThatBecomeStaleAtOnceAreNotRenewedAtOnce() throws IOException {
		for (int i = 0; i < OBJECTS; i++) {
			this.fixture.origin.put("a" + i, Fixture.bytes(100), "\"1\"");
			this.fixture.store("a" + i);
		}
		this.fixture.clock.advance(Duration.ofSeconds(62));
		getAll();
		assertThat(this.fixture.origin.requests()).hasSizeBetween(OBJECTS + 5, OBJECTS + OBJECTS / 2);
		this.fixture.clock.advance(Duration.ofSeconds(5));
		getAll();
		assertThat(this.fixture.origin.requests()).hasSize(2 * OBJECTS);
	}

	private void getAll() {
		for (int i = 0; i < OBJECTS; i++) {
			Reply.Found found = Fixture.found(this.fixture.get("a" + i, MINUTE));
			assertThat(found.status().header()).startsWith("Cellar; hit");
			found.body().close();
		}
		this.fixture.settle();
	}

	private static Stream<OriginAnswer> failures() {
		return Stream.of(new OriginAnswer.Failure(OriginAnswer.Failure.Kind.TIMEOUT, 0), new OriginAnswer.Denied(),
				new OriginAnswer.Foreign(401, Headers.of("Cache-Control", "max-age=10"), 0,
						new RepeatedBody(new byte[0])));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void originThatFailsInTheBackgroundIsLeftAloneForAWhile(OriginAnswer failure) throws IOException {
		this.fixture.origin.put("a", Fixture.bytes(100), "\"1\"");
		this.fixture.store("a");
		this.fixture.origin.answerOnly(failure);
		this.fixture.clock.advance(Duration.ofSeconds(70));
		for (int i = 0; i < 10; i++) {
			Fixture.found(this.fixture.get("a", MINUTE)).body().close();
			this.fixture.settle();
		}
		assertThat(this.fixture.origin.requests()).hasSize(2);
		this.fixture.clock.advance(Duration.ofSeconds(6));
		Fixture.found(this.fixture.get("a", MINUTE)).body().close();
		this.fixture.settle();
		assertThat(this.fixture.origin.requests()).hasSize(3);
	}

	@Test
	void timeoutCountsAsAnErrorThatACopyStandsInFor() throws IOException {
		this.fixture.origin.put("a", Fixture.bytes(100), "\"1\"", "Cache-Control", "max-age=10, stale-if-error=20");
		this.fixture.store("a");
		this.fixture.origin.answerOnly(new OriginAnswer.Failure(OriginAnswer.Failure.Kind.TIMEOUT, 0));
		this.fixture.clock.advance(Duration.ofSeconds(15));
		assertThat(this.fixture.found("a").status().header())
			.isEqualTo("Cellar; fwd=stale; ttl=-5; detail=stale-if-error");
		this.fixture.clock.advance(Duration.ofSeconds(20));
		assertThat(this.fixture.get("a")).isInstanceOf(Reply.Failed.class);
	}

}
