package cellar.gateway.cache;

import java.io.IOException;
import java.util.concurrent.Semaphore;

import org.junit.jupiter.api.Test;

import cellar.gateway.lookup.Reply;

import static org.assertj.core.api.Assertions.assertThat;

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
