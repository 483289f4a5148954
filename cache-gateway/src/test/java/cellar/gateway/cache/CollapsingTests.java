package cellar.gateway.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CollapsingTests {

	private static final byte[] BYTES = Fixture.bytes(1000);

	@TempDir
	@SuppressWarnings("NullAway.Init") // injected
	private Path directory;

	@SuppressWarnings("NullAway.Init") // set before each
	private Fixture fixture;

	@BeforeEach
	void open() {
		this.fixture = new Fixture(this.directory, 10_000_000, 0);
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

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
