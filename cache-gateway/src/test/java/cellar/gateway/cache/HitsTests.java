package cellar.gateway.cache;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import cellar.gateway.index.Selection;
import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.Piece;
import cellar.gateway.lookup.Portion;
import cellar.gateway.lookup.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class HitsTests extends CacheTestBase {

	private static final byte[] SMALL = Fixture.bytes(1000);

	private static final byte[] LARGE = Fixture.bytes(300_000);

	@Test
	void hitWhenUnknownIsNone() {
		assertThat(this.fixture.hit("a", Portion.ALL)).isNull();
	}

	@Test
	void hitWhenFreshAndThereIsInTheFile() throws IOException {
		store("a", LARGE);
		try (Body body = body(this.fixture.hit("a", Portion.ALL))) {
			assertThat(body.ready(0, LARGE.length)).isInstanceOf(Piece.InFile.class);
			assertThat(Fixture.read(body)).isEqualTo(LARGE);
		}
	}

	@Test
	void hitWhenSmallIsSoonInMemory() throws IOException {
		store("a", SMALL);
		awaitMemory("a");
		try (Body body = body(this.fixture.hit("a", Portion.ALL))) {
			assertThat(Fixture.read(body)).isEqualTo(SMALL);
			assertThat(Fixture.read(body, 10, 20)).hasSize(10);
		}
	}

	@Test
	void hitWhenNoLongerFreshIsNone() throws IOException {
		store("a", SMALL);
		awaitMemory("a");
		this.fixture.clock.advance(Duration.ofDays(400));
		assertThat(this.fixture.hit("a", Portion.ALL)).isNull();
	}

	@Test
	void hitWhenRenewedTellsTheNewAge() throws IOException {
		store("a", SMALL);
		awaitMemory("a");
		this.fixture.clock.advance(Duration.ofDays(400));
		Fixture.read(this.fixture.found("a").body());
		awaitMemory("a");
		Reply.Found found = (Reply.Found) Objects.requireNonNull(this.fixture.hit("a", Portion.ALL));
		assertThat(Objects.requireNonNull(found.age())).isLessThan(Duration.ofDays(1));
	}

	@Test
	void hitWhenTheFileCannotBeReadComesFromElsewhereForAll() throws IOException {
		store("a", LARGE);
		try (Body body = body(this.fixture.hit("a", Portion.ALL))) {
			Piece.InFile piece = (Piece.InFile) Objects.requireNonNull(body.ready(0, LARGE.length));
			truncate(this.fixture.copies().getFirst(), 100_000);
			body.distrust(piece, new EOFException("The file is too short"));
			assertThat(Fixture.read(body)).isEqualTo(LARGE);
		}
		assertThat(this.fixture.hit("a", Portion.ALL)).isNull();
		assertThat(this.fixture.fetch("a")).isEqualTo(LARGE);
	}

	@Test
	void hitWhenTheDiskCanBeReadAgainHoldsNothingOfTheOrigin() throws IOException {
		store("a", LARGE);
		try (Body body = body(this.fixture.hit("a", Portion.ALL))) {
			Piece.InFile piece = (Piece.InFile) Objects.requireNonNull(body.ready(0, LARGE.length));
			body.distrust(piece, new IOException("The disk is busy"));
			assertThat(Fixture.read(body, 0, 10)).isEqualTo(Arrays.copyOf(LARGE, 10));
			assertThat(this.fixture.origin.open()).isOne();
			assertThat(body.next(Fixture.SLICE, LARGE.length)).isInstanceOf(Piece.InFile.class);
			assertThat(this.fixture.origin.open()).isZero();
		}
	}

	private static void truncate(Path file, int length) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			channel.truncate(length);
		}
	}

	@Test
	void hitWhenPurgedIsNone() throws IOException {
		store("a", SMALL);
		awaitMemory("a");
		this.fixture.contents().purge(new Selection("/", "a"));
		assertThat(this.fixture.hit("a", Portion.ALL)).isNull();
	}

	@Test
	void hitOfAPartThatIsThereNeedsNoMore() throws IOException {
		this.fixture.origin.put("a", LARGE, "\"1\"");
		Portion first = new Portion(0, 10);
		try (Body body = Fixture.found(this.fixture.get("a", first)).body()) {
			assertThat(Fixture.read(body, 0, 10)).hasSize(10);
		}
		this.fixture.settle();
		try (Body body = body(this.fixture.hit("a", first))) {
			assertThat(Fixture.read(body, 0, 10)).isEqualTo(Arrays.copyOf(LARGE, 10));
		}
		assertThat(this.fixture.hit("a", Portion.ALL)).isNull();
		assertThat(this.fixture.hit("a", Portion.NONE)).isNotNull();
	}

	private void store(String object, byte[] bytes) throws IOException {
		this.fixture.origin.put(object, bytes, "\"1\"");
		try (Body body = this.fixture.found(object).body()) {
			assertThat(Fixture.read(body)).isEqualTo(bytes);
		}
		await().until(() -> isHit(object, (_) -> true));
	}

	private void awaitMemory(String object) {
		await().until(() -> isHit(object, (body) -> body.ready(0, 1) instanceof Piece.InMemory));
	}

	private boolean isHit(String object, Predicate<Body> expected) throws IOException {
		Reply reply = this.fixture.hit(object, Portion.ALL);
		if (reply == null) {
			return false;
		}
		try (Body body = reply.body()) {
			return expected.test(body);
		}
	}

	private static Body body(@Nullable Reply reply) {
		return Objects.requireNonNull(reply).body();
	}

}
