package cellar.gateway.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import cellar.gateway.header.Headers;
import cellar.gateway.index.Selection;
import cellar.gateway.lookup.Reply;
import cellar.gateway.origin.OriginAnswer;

import static org.assertj.core.api.Assertions.assertThat;

class OtherAnswersTests extends CacheTestBase {

	@Test
	void getWhenRedirectIsFreshRemembersItUntilItIsNot() throws IOException {
		answer(302, "here", "Cache-Control", "max-age=100", "Age", "40", "Location", "/b");
		assertThat(get().status().header()).isEqualTo("Cellar; fwd=uri-miss; stored");
		this.fixture.clock.advance(Duration.ofSeconds(10));
		Reply.Foreign hit = get();
		assertThat(hit.status().header()).isEqualTo("Cellar; hit; ttl=50");
		assertThat(hit.age()).isEqualTo(Duration.ofSeconds(50));
		assertThat(hit.headers().first("Location")).isEqualTo("/b");
		assertThat(new String(Fixture.read(hit.body()), StandardCharsets.UTF_8)).isEqualTo("here");
		this.fixture.clock.advance(Duration.ofSeconds(51));
		assertThat(get().status().header()).isEqualTo("Cellar; fwd=uri-miss; stored");
		assertThat(this.fixture.origin.requests()).hasSize(2);
	}

	@Test
	void getWhenNobodySaysForHowLongRemembersNothing() {
		answer(302, "here", "Location", "/b");
		assertThat(get().status().header()).isEqualTo("Cellar; fwd=uri-miss; fwd-status=302");
		assertThat(get().status().header()).isEqualTo("Cellar; fwd=uri-miss; fwd-status=302");
	}

	@Test
	void getWhenLongOrVaryingOrPrivateRemembersNothing() {
		answer(403, "x".repeat(65 * 1024), "Cache-Control", "max-age=100");
		assertThat(get().status().header()).doesNotContain("stored");
		answer(403, "short", "Cache-Control", "max-age=100", "Vary", "*");
		assertThat(get().status().header()).doesNotContain("stored");
		answer(403, "short", "Cache-Control", "max-age=100, private");
		assertThat(get().status().header()).doesNotContain("stored");
	}

	@Test
	void headOfWhatIsRememberedAsksNobody() {
		answer(410, "gone", "Cache-Control", "max-age=100");
		get();
		this.fixture.settle();
		assertThat(((Reply.Foreign) this.fixture.head("a")).code()).isEqualTo(410);
		assertThat(this.fixture.origin.requests()).hasSize(1);
	}

	@Test
	void getWhenClockWasSetBackAsksAnew() {
		answer(302, "here", "Cache-Control", "max-age=100");
		get();
		this.fixture.origin.answerOnly(new OriginAnswer.Absent(404, Headers.of()));
		this.fixture.get("b");
		this.fixture.settle();
		this.fixture.clock.advance(Duration.ofHours(-10));
		assertThat(this.fixture.get("a").status().header()).doesNotStartWith("Cellar; hit");
		assertThat(this.fixture.get("b").status().header()).doesNotStartWith("Cellar; hit");
	}

	@Test
	void purgeForgetsThemToo() {
		answer(302, "here", "Cache-Control", "max-age=100");
		get();
		this.fixture.settle();
		this.fixture.contents().purge(new Selection("/", "a"));
		assertThat(get().status().header()).startsWith("Cellar; fwd=uri-miss");
		assertThat(this.fixture.origin.requests()).hasSize(2);
	}

	private Reply.Foreign get() {
		Reply reply = this.fixture.get("a");
		this.fixture.settle();
		assertThat(reply).isInstanceOf(Reply.Foreign.class);
		return (Reply.Foreign) reply;
	}

	private void answer(int status, String content, String... headers) {
		byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
		this.fixture.origin
			.answerOnly(new OriginAnswer.Foreign(status, Headers.of(headers), bytes.length, new RepeatedBody(bytes)));
	}

}
