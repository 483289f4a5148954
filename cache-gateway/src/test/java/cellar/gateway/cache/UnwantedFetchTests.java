package cellar.gateway.cache;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Semaphore;

import org.junit.jupiter.api.Test;

import cellar.gateway.lookup.Portion;
import cellar.gateway.lookup.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What comes of fetches that nobody wants the bytes of.
 */
class UnwantedFetchTests extends CacheTestBase {

	private static final byte[] BYTES = Fixture.bytes(4_000_000);

	@Test
	void getOfARangeBehindTheEndLearnsTheLengthAndNoMore() {
		this.fixture.origin.put("a", BYTES, "\"1\"");
		Reply reply = this.fixture.get("a", new Portion(1_000_000_000, 1_000_000_010));
		assertThat(reply).isInstanceOf(Reply.Found.class);
		assertThat(((Reply.Found) reply).representation().length()).isEqualTo(BYTES.length);
		reply.body().close();
		this.fixture.settle();
		assertThat(this.fixture.origin.ranges()).last().isEqualTo("bytes=0-0");
	}

	@Test
	void getOfARangeBehindTheEndOfNothingIsAnswered() throws IOException {
		this.fixture.origin.put("a", new byte[0], "\"1\"");
		try (var body = this.fixture.get("a", new Portion(5, 10)).body()) {
			assertThat(Fixture.read(body)).isEmpty();
		}
	}

	@Test
	void getThatIsNotReadEndsTheFetch() {
		this.fixture.origin.put("a", BYTES, "\"1\"");
		Semaphore bytes = this.fixture.origin.trickle();
		bytes.release(1);
		this.fixture.get("a", Portion.ALL).body().close();
		bytes.release(10_000_000);
		this.fixture.settle();
		assertThat(this.fixture.contents().figures().bytes()).isLessThan(BYTES.length / 2);
	}

	@Test
	void partsOfTwoVersionsWithEmptyTagsAreNotCombined() throws IOException {
		this.fixture.origin.put("a", BYTES, "");
		this.fixture.get("a", new Portion(0, 10)).body().close();
		this.fixture.settle();
		byte[] newer = BYTES.clone();
		Arrays.fill(newer, (byte) 2);
		this.fixture.origin.put("a", newer, "");
		assertThat(this.fixture.fetch("a")).isIn(BYTES, newer);
	}

}
