package cellar.gateway.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cellar.gateway.header.Headers;
import cellar.gateway.index.Selection;
import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.Piece;
import cellar.gateway.lookup.Portion;
import cellar.gateway.lookup.Reply;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginBody;

import static org.assertj.core.api.Assertions.assertThat;

class BoundTests {

	private static final byte[] BYTES = Fixture.bytes(100_000);

	@TempDir
	private Path directory;

	private final List<Fixture> opened = new ArrayList<>();

	private Fixture open(long maxSize, long minFree) {
		Fixture fixture = new Fixture(this.directory, maxSize, minFree);
		this.opened.add(fixture);
		return fixture;
	}

	@AfterEach
	void close() {
		this.opened.forEach(Fixture::close);
	}

	@Test
	void evictionKeepsWithinBoundAndSparesWhatIsBeingRead() throws IOException {
		Fixture fixture = open(350_000, 0);
		fixture.origin.put("read", BYTES, "\"1\"");
		fixture.store("read");
		Reply.Found open = fixture.found("read");
		for (int i = 0; i < 20; i++) {
			fixture.origin.put("o" + i, BYTES, "\"1\"");
			fixture.store("o" + i);
			assertThat(fixture.contents().figures().bytes()).isLessThanOrEqualTo(350_000);
		}
		assertThat(fixture.contents().figures().evictions()).isEqualTo(18);
		assertThat(fixture.copies()).hasSize(3);
		assertThat(Fixture.read(open.body())).isEqualTo(BYTES);
		open.body().close();
		assertThat(fixture.found("read").status().header()).isEqualTo("Cellar; hit; ttl=60");
	}

	@Test
	void getWhenAllThatIsThereIsBeingReadIsStreamedWithoutStoring() throws IOException {
		Fixture fixture = open(350_000, 0);
		List<Reply.Found> open = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			fixture.origin.put("o" + i, BYTES, "\"1\"");
			fixture.fetch("o" + i);
			fixture.settle();
			open.add(fixture.found("o" + i));
		}
		assertThat(fixture.contents().figures()).satisfies(
				(figures) -> assertThat(figures.bytes() + figures.reservedBytes()).isBetween(300_000L, 350_000L));
		assertThat(fixture.contents().figures().evictions()).isZero();
		for (Reply.Found reply : open) {
			assertThat(Fixture.read(reply.body())).isEqualTo(BYTES);
			reply.body().close();
		}
	}

	@Test
	void evictionSparesWhatWasUsedAgain() throws IOException {
		Fixture fixture = open(350_000, 0);
		for (String object : List.of("a", "b", "c", "d")) {
			fixture.origin.put(object, BYTES, "\"1\"");
		}
		fixture.store("a");
		fixture.store("b");
		fixture.store("c");
		fixture.store("a");
		fixture.store("d");
		assertThat(fixture.contents().list(new Selection("/", null), 0, 9).items()).extracting(Contents.Item::object)
			.containsExactly("a", "c", "d");
	}

	@Test
	void getWhenLargerThanBoundIsStreamedWithoutStoring() throws IOException {
		Fixture fixture = open(50_000, 0);
		fixture.origin.put("a", BYTES, "\"1\"");
		assertThat(fixture.fetch("a")).isEqualTo(BYTES);
		fixture.settle();
		assertThat(fixture.contents().figures().objects()).isZero();
		assertThat(fixture.unfinished()).isEmpty();
	}

	@Test
	void getWhenDiskIsTooFullIsStreamedWithoutStoring() throws IOException {
		Fixture fixture = open(10_000_000, Long.MAX_VALUE / 2);
		fixture.origin.put("a", BYTES, "\"1\"");
		assertThat(fixture.fetch("a")).isEqualTo(BYTES);
		assertThat(fixture.contents().figures().objects()).isZero();
	}

	@Test
	void getWhenRoomEndsInTheMiddleGoesOnFromTheOrigin() throws IOException {
		byte[] large = Fixture.bytes(6_000_000);
		Fixture fixture = open(4_500_000, 0);
		fixture.origin.put("a", large, "\"1\"");
		fixture.origin.tellLength(false);
		Reply.Found first = fixture.found("a");
		Reply.Found second = fixture.found("a");
		assertThat(Fixture.read(first.body())).isEqualTo(large);
		assertThat(Fixture.read(second.body())).isEqualTo(large);
		first.body().close();
		second.body().close();
		fixture.settle();
		assertThat(fixture.contents().figures().spills()).isPositive();
		assertThat(fixture.contents().figures().reservedBytes()).isZero();
		assertThat(fixture.unfinished()).isEmpty();
	}

	@Test
	void getWhenRoomHasEndedBeforeAsksForItself() throws IOException {
		byte[] large = Fixture.bytes(3_000_000);
		Fixture fixture = open(10_000_000, 0);
		fixture.origin.put("a", large, "W/\"1\"");
		fixture.origin.tellLength(false);
		fixture.fetch("a");
		fixture.settle();
		Semaphore permits = fixture.origin.trickle();
		Reply.Found first = fixture.found("a");
		Reply.Found second = fixture.found("a");
		permits.release(2 * large.length);
		assertThat(Fixture.read(first.body())).isEqualTo(large);
		assertThat(Fixture.read(second.body())).isEqualTo(large);
		first.body().close();
		second.body().close();
	}

	@Test
	void getWhenANewerVersionFindsNoRoomForgetsTheOlderOne() throws IOException {
		Fixture fixture = open(350_000, 0);
		fixture.origin.put("a", BYTES, "\"1\"");
		fixture.store("a");
		fixture.clock.advance(Duration.ofSeconds(70));
		byte[] newer = Fixture.bytes(400_000);
		fixture.origin.put("a", newer, "\"2\"");
		assertThat(fixture.fetch("a")).isEqualTo(newer);
		fixture.settle();
		fixture.origin.answerOnly(new OriginAnswer.Failure(OriginAnswer.Failure.Kind.UNREACHABLE, 0));
		assertThat(fixture.get("a")).isInstanceOf(Reply.Failed.class);
	}

	@Test
	void getWhenRoomIsPromisedToOthersGoesOnWithoutStoring() throws IOException {
		Fixture fixture = open(150_000, 0);
		fixture.origin.put("a", BYTES, "\"1\"");
		fixture.origin.put("b", BYTES, "\"1\"");
		Semaphore permits = fixture.origin.trickle();
		permits.release(1);
		Reply.Found slow = fixture.found("a");
		fixture.origin.flow();
		assertThat(fixture.fetch("b")).isEqualTo(BYTES);
		permits.release(1_000_000);
		assertThat(Fixture.read(slow.body())).isEqualTo(BYTES);
		slow.body().close();
		fixture.settle();
		assertThat(fixture.contents().figures().bytes()).isLessThanOrEqualTo(150_000);
		assertThat(fixture.contents().figures().reservedBytes()).isZero();
	}

	@Test
	void renewalInTheBackgroundThatFindsNoRoomLetsGoOfTheOrigin() throws IOException {
		Fixture fixture = open(350_000, 0);
		fixture.origin.put("a", BYTES, "\"1\"");
		fixture.store("a");
		fixture.clock.advance(Duration.ofSeconds(70));
		LongBody body = new LongBody(6_000_000);
		fixture.origin.answerOnly(new OriginAnswer.Content(200, Headers.of(), -1, true, null, body));
		Fixture.found(fixture.get("a", Duration.ofMinutes(1))).body().close();
		fixture.settle();
		assertThat(fixture.contents().figures().spills()).isPositive();
		assertThat(body.isClosed()).isTrue();
	}

	@Test
	void bodyThatBreaksOffCountsUntilItsLastReaderHasLeft() throws IOException {
		Fixture fixture = open(350_000, 0);
		fixture.origin.put("a", BYTES, "W/\"1\"");
		fixture.origin.breakAt(90_000);
		try (Body slow = fixture.found("a").body()) {
			fixture.settle();
			assertThat(Fixture.next(slow, 80_000, 80_010)).isNotEmpty();
			assertThat(fixture.contents().figures().reservedBytes()).isGreaterThanOrEqualTo(90_000);
		}
		assertThat(fixture.contents().figures().reservedBytes()).isZero();
	}

	@Test
	void newVersionIsStoredInThePlaceOfTheOneThatNobodyReads() throws IOException {
		Fixture fixture = open(350_000, 0);
		fixture.origin.put("a", Fixture.bytes(200_000), "\"1\"");
		fixture.store("a");
		fixture.origin.put("a", Fixture.bytes(200_001), "\"2\"");
		fixture.clock.advance(Duration.ofMinutes(2));
		Semaphore permits = fixture.origin.trickle();
		permits.release(10);
		try (Body body = fixture.found("a").body()) {
			permits.release(1_000_000);
			assertThat(Fixture.read(body)).isEqualTo(Fixture.bytes(200_001));
		}
		fixture.settle();
		assertThat(fixture.contents().figures().spills()).isZero();
	}

	@Test
	void sliceThatFindsNoRoomSendsNobodyToTheOriginForTheRest() throws IOException {
		Fixture fixture = open(10 * Fixture.SLICE, 0);
		fixture.origin.put("a", Fixture.bytes(6 * Fixture.SLICE), "\"1\"");
		fixture.origin.put("b", Fixture.bytes(6 * Fixture.SLICE), "\"1\"");
		fixture.store("a");
		Portion part = new Portion(0, 2 * Fixture.SLICE);
		Body a = fixture.found("a").body();
		try (Body b = Fixture.found(fixture.get("b", part)).body()) {
			assertThat(Fixture.read(a, 0, 1)).hasSize(1);
			// What a reader has is not evicted, so that there is room for some of these
			// only.
			byte[] first = Fixture.read(b, 0, 5 * Fixture.SLICE);
			a.close();
			byte[] rest = Fixture.read(b, 5 * Fixture.SLICE, 6 * Fixture.SLICE);
			assertThat(first).isEqualTo(Arrays.copyOf(Fixture.bytes(6 * Fixture.SLICE), first.length));
			assertThat(rest).hasSize(Fixture.SLICE);
			assertThat(fixture.contents().figures().spills()).isPositive();
			assertThat(b.next(5 * Fixture.SLICE, 6 * Fixture.SLICE)).isInstanceOf(Piece.InFile.class);
		}
	}

	@Test
	void bodyWithoutEndDoesNotPushOutWhatEverybodyReads() throws IOException {
		Fixture fixture = open(20_000_000, 0);
		for (int i = 0; i < 30; i++) {
			String object = "popular" + i % 6;
			fixture.origin.put(object, Fixture.bytes(1_000_000), "\"1\"");
			fixture.store(object);
		}
		fixture.origin
			.answerOnly(new OriginAnswer.Content(200, Headers.of(), -1, true, null, new LongBody(50_000_000)));
		assertThat(fixture.fetch("endless")).hasSize(50_000_000);
		assertThat(fixture.contents().list(new Selection("/", null), 0, 9).items()).extracting(Contents.Item::object)
			.contains("popular0", "popular5");
	}

	@Test
	void getOfAPartWhenTheWholeDoesNotFitAsksForThatPartOnly() throws IOException {
		Fixture fixture = open(50_000, 0);
		fixture.origin.put("a", BYTES, "\"1\"");
		try (Body body = Fixture.found(fixture.get("a", new Portion(70_000, 70_010))).body()) {
			assertThat(Fixture.read(body, 70_000, 70_010)).isEqualTo(Arrays.copyOfRange(BYTES, 70_000, 70_010));
		}
		assertThat(fixture.origin.ranges()).containsExactly("bytes=65536-131071");
	}

	@Test
	void getOfMoreThanTheFirstPartWhenTheWholeDoesNotFitGoesOn() throws IOException {
		Fixture fixture = open(50_000, 0);
		byte[] large = Fixture.bytes(20 * Fixture.SLICE);
		fixture.origin.put("a", large, "\"1\"");
		try (Body body = Fixture.found(fixture.get("a", new Portion(0, large.length))).body()) {
			assertThat(Fixture.read(body, 0, large.length)).isEqualTo(large);
		}
		assertThat(fixture.origin.ranges()).hasSize(2).doesNotContainNull();
	}

	private static final class LongBody implements OriginBody {

		private final AtomicBoolean closed = new AtomicBoolean();

		private int left;

		LongBody(int length) {
			this.left = length;
		}

		boolean isClosed() {
			return this.closed.get();
		}

		@Override
		public int read(byte[] buffer, int offset, int length) {
			int read = Math.min(this.left, length);
			this.left -= read;
			return (read > 0) ? read : -1;
		}

		@Override
		public void close() {
			this.closed.set(true);
		}

	}

}
