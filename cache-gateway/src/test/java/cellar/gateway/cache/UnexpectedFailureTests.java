package cellar.gateway.cache;

import java.io.IOException;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import cellar.gateway.header.Headers;
import cellar.gateway.lookup.Body;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginBody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class UnexpectedFailureTests extends CacheTestBase {

	@Test
	void getWhenABodyFailsUnexpectedlyLeavesNothingBehind() throws IOException {
		this.fixture.origin.answerOnly(new OriginAnswer.Content(200, Headers.of("Cache-Control", "max-age=60"), 1000,
				true, null, new FailingBody()));
		try (Body body = this.fixture.found("a").body()) {
			assertThatIOException().isThrownBy(() -> Fixture.read(body));
		}
		Awaitility.await().untilAsserted(() -> assertThat(this.fixture.contents().figures().reservedBytes()).isZero());
		this.fixture.settle();
		assertThat(this.fixture.unfinished()).isEmpty();
	}

	/**
	 * A body that is there until it is read.
	 */
	private static final class FailingBody implements OriginBody {

		@Override
		public int read(byte[] buffer, int offset, int length) {
			throw new IllegalStateException("told to");
		}

		@Override
		public void close() {
		}

	}

}
