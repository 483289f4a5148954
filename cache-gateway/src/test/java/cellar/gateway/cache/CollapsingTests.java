package cellar.gateway.cache;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class CollapsingTests extends CacheTestBase {

	private static final byte[] BYTES = Fixture.bytes(1000);

	@Test
	void getWhileFreshAnswerIsComingSharesIt() throws IOException {
		this.fixture.origin.put("a", BYTES, "\"1\"", "Cache-Control", "max-age=60");
		assertThat(statusWhileComing()).isEqualTo("Cellar; fwd=uri-miss; stored; collapsed");
		assertThat(this.fixture.origin.requests()).hasSize(1);
	}

	@Test
	void getWhileStaleAnswerIsComingAsksForItself() throws IOException {
		this.fixture.origin.put("a", BYTES, "\"1\"", "Cache-Control", "no-cache");
		assertThat(statusWhileComing()).isEqualTo("Cellar; fwd=uri-miss; stored");
		assertThat(this.fixture.origin.requests()).hasSize(2);
	}

	@Test
	void getWhenAnOlderAnswerComesToItsEndLastKeepsTheNewerOne() throws IOException {
		byte[] newer = Fixture.bytes(1001);
		this.fixture.origin.put("a", BYTES, "\"1\"", "Cache-Control", "max-age=10");
		Semaphore bytes = this.fixture.origin.trickle();
		Reply.Found first = this.fixture.found("a");
		this.fixture.origin.flow();
		this.fixture.clock.advance(Duration.ofSeconds(20));
		this.fixture.origin.put("a", newer, "\"2\"", "Cache-Control", "max-age=100");
		assertThat(this.fixture.fetch("a")).isEqualTo(newer);
		bytes.release(BYTES.length);
		assertThat(Fixture.read(first.body())).isEqualTo(BYTES);
		first.body().close();
		this.fixture.settle();
		Reply.Found last = this.fixture.found("a");
		assertThat(last.status().header()).startsWith("Cellar; hit");
		assertThat(Fixture.read(last.body())).isEqualTo(newer);
		last.body().close();
		assertThat(this.fixture.contents().figures().objects()).isOne();
		assertThat(this.fixture.contents().figures().reservedBytes()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"1\"", "W/\"1\"" })
	void abandonEndsTheWaitForBytes(String etag) throws Exception {
		this.fixture.origin.put("a", Fixture.bytes(200_000), etag);
		Semaphore bytes = this.fixture.origin.trickle();
		bytes.release(1);
		try (Body body = this.fixture.found("a").body()) {
			CompletableFuture<Throwable> failure = new CompletableFuture<>();
			Thread reader = Thread.ofVirtual()
				.start(() -> failure.complete(catchThrowable(() -> body.next(100_000, 100_010))));
			Awaitility.await().until(() -> reader.getState() == Thread.State.WAITING);
			body.abandon();
			assertThat(failure.get()).isInstanceOf(IOException.class);
		}
		bytes.release(1_000_000);
		this.fixture.settle();
		assertThat(this.fixture.origin.open()).isZero();
	}

	private String statusWhileComing() throws IOException {
		Semaphore bytes = this.fixture.origin.trickle();
		Reply.Found first = this.fixture.found("a");
		Reply.Found second = this.fixture.found("a");
		bytes.release(2 * BYTES.length);
		assertThat(Fixture.read(first.body())).isEqualTo(BYTES);
		assertThat(Fixture.read(second.body())).isEqualTo(BYTES);
		first.body().close();
		second.body().close();
		return second.status().header();
	}

}
