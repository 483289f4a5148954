package cellar.gateway.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import cellar.gateway.disk.FaultyStorage;
import cellar.gateway.header.Headers;
import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.Portion;
import cellar.gateway.lookup.Reply;
import cellar.gateway.origin.InMemoryOrigin;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginBody;
import cellar.gateway.origin.OriginRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class DiskCacheTests extends CacheTestBase {

	private static final Executor VIRTUAL = (task) -> Thread.ofVirtual().start(task);

	private static final byte[] BYTES = Fixture.bytes(300_000);

	private static final OriginAnswer DOWN = new OriginAnswer.Failure(OriginAnswer.Failure.Kind.UNREACHABLE, 0);

	private InMemoryOrigin origin;

	@BeforeEach
	void prepare() {
		this.origin = this.fixture.origin;
	}

	@Test
	void getWhenColdFetchesAndThenServesFromStore() throws IOException {
		this.origin.put("a", BYTES, "\"1\"");
		Reply.Found first = this.fixture.found("a");
		assertThat(Fixture.read(first.body())).isEqualTo(BYTES);
		assertThat(first.status().header()).isEqualTo("Cellar; fwd=uri-miss; stored");
		assertThat(first.age()).isNull();
		this.fixture.settle();
		this.fixture.clock.advance(Duration.ofSeconds(20));
		Reply.Found second = this.fixture.found("a");
		assertThat(Fixture.read(second.body())).isEqualTo(BYTES);
		assertThat(second.status().header()).isEqualTo("Cellar; hit; ttl=40");
		assertThat(second.age()).isEqualTo(Duration.ofSeconds(20));
		assertThat(this.origin.requests()).hasSize(1);
	}

	@Test
	void getWhenManyAskAtOnceAsksOriginOnce() throws InterruptedException {
		this.origin.put("a", BYTES, "\"1\"");
		Semaphore permits = this.origin.trickle();
		permits.release(1);
		CountDownLatch answered = new CountDownLatch(50);
		List<CompletableFuture<byte[]>> clients = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			clients.add(CompletableFuture.supplyAsync(() -> {
				Reply.Found reply = this.fixture.found("a");
				answered.countDown();
				return read(reply);
			}, VIRTUAL));
		}
		assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
		permits.release(BYTES.length);
		assertThat(clients)
			.allSatisfy((client) -> assertThat(client).succeedsWithin(10, TimeUnit.SECONDS).isEqualTo(BYTES));
		assertThat(this.origin.requests()).hasSize(1);
	}

	private static byte[] read(Reply.Found reply) {
		try {
			return Fixture.read(reply.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void getWhileFillingFollowsAtOnce() throws IOException {
		this.origin.put("a", BYTES, "\"1\"");
		Semaphore permits = this.origin.trickle();
		permits.release(10);
		Reply.Found leader = this.fixture.found("a");
		Reply.Found follower = this.fixture.found("a");
		assertThat(Fixture.next(follower.body(), 0, 10)).isNotEmpty();
		assertThat(follower.status().header()).endsWith("; collapsed");
		permits.release(BYTES.length);
		assertThat(Fixture.read(follower.body())).isEqualTo(BYTES);
		assertThat(Fixture.read(leader.body())).isEqualTo(BYTES);
	}

	@Test
	void getWhenLastClientLeavesEarlyGivesTheRestUp() throws IOException {
		this.origin.put("a", BYTES, "\"1\"");
		Semaphore permits = this.origin.trickle();
		permits.release(10);
		this.fixture.found("a").body().close();
		permits.release(BYTES.length);
		this.fixture.settle();
		assertThat(this.fixture.contents().figures().bytes()).isLessThan(2 * Fixture.SLICE);
		assertThat(this.fixture.fetch("a")).isEqualTo(BYTES);
		assertThat(this.origin.ranges()).containsExactly(null, "bytes=65536-299999");
	}

	@Test
	void getWhenLastClientLeavesLateFinishes() throws IOException {
		this.origin.put("a", BYTES, "\"1\"");
		Semaphore permits = this.origin.trickle();
		permits.release(250_000);
		try (Body body = this.fixture.found("a").body()) {
			assertThat(Fixture.read(body, 0, 250_000)).hasSize(250_000);
		}
		permits.release(BYTES.length);
		this.fixture.settle();
		assertThat(this.fixture.fetch("a")).isEqualTo(BYTES);
		assertThat(this.origin.requests()).hasSize(1);
	}

	@Test
	void getWhenOriginBreaksOffGoesOnWithTheSameVersion() throws IOException {
		this.origin.put("a", BYTES, "\"1\"");
		this.origin.breakAt(200_000);
		assertThat(this.fixture.fetch("a")).isEqualTo(BYTES);
		assertThat(this.origin.ranges()).containsExactly(null, "bytes=196608-299999");
		assertThat(this.origin.requests().getLast().headers().first("If-Match")).isEqualTo("\"1\"");
	}

	@Test
	void getWhenOriginBreaksOffAgainAndAgainEndsInError() throws IOException {
		this.origin.put("a", BYTES, "\"1\"");
		this.origin.breakAt(10);
		Reply.Found reply = this.fixture.found("a");
		assertThatIOException().isThrownBy(() -> Fixture.read(reply.body()));
		reply.body().close();
		this.fixture.settle();
		assertThat(this.fixture.contents().figures().reservedBytes()).isZero();
		assertThat(this.fixture.unfinished()).isEmpty();
	}

	@Test
	void getWhenNoByteComesFails() {
		this.origin.put("a", BYTES, "\"1\"");
		this.origin.breakAt(0);
		assertThat(this.fixture.get("a")).isInstanceOf(Reply.Failed.class);
	}

	@Test
	void getWhenChangedDuringFillEndsInErrorAndServesTheNewVersionNext() throws IOException {
		this.origin.put("a", BYTES, "\"1\"");
		this.origin.breakAt(100_000);
		Reply.Found reply = this.fixture.found("a");
		this.origin.put("a", Fixture.bytes(200_000), "\"2\"");
		assertThatIOException().isThrownBy(() -> Fixture.read(reply.body()));
		reply.body().close();
		this.origin.breakAt(Integer.MAX_VALUE);
		assertThat(this.fixture.fetch("a")).isEqualTo(Fixture.bytes(200_000));
	}

	@Test
	void getWhenPartIsWantedFetchesItsSlicesOnly() throws IOException {
		this.origin.put("a", BYTES, "\"1\"");
		try (Body body = Fixture.found(this.fixture.get("a", new Portion(70_000, 140_000))).body()) {
			assertThat(Fixture.read(body, 70_000, 140_000)).isEqualTo(Arrays.copyOfRange(BYTES, 70_000, 140_000));
		}
		assertThat(this.origin.ranges()).containsExactly("bytes=65536-196607");
		this.fixture.settle();
		Reply.Found again = Fixture.found(this.fixture.get("a", new Portion(65_536, 66_000)));
		assertThat(again.status().header()).isEqualTo("Cellar; hit; ttl=60");
		again.body().close();
		Reply.Found other = Fixture.found(this.fixture.get("a", new Portion(0, 10)));
		assertThat(other.status().header()).isEqualTo("Cellar; fwd=partial; stored");
		assertThat(Fixture.read(other.body(), 0, 10)).isEqualTo(Arrays.copyOf(BYTES, 10));
		// Once it is closed the rest may be fetched for nobody.
		assertThat(this.origin.ranges()).last().isEqualTo("bytes=0-65535");
		other.body().close();
	}

	@Test
	void getWhenEndIsWantedLearnsTheLengthFirst() throws IOException {
		this.origin.put("a", BYTES, "\"1\"");
		try (Body body = Fixture.found(this.fixture.get("a", new Portion(-10, Long.MAX_VALUE))).body()) {
			assertThat(Fixture.read(body, BYTES.length - 10, BYTES.length))
				.isEqualTo(Arrays.copyOfRange(BYTES, BYTES.length - 10, BYTES.length));
		}
		assertThat(this.origin.ranges()).containsExactly("bytes=0-0", "bytes=262144-299999");
	}

	@Test
	void getWhenPartLiesBehindTheEndAsksForNoMoreThanTheLength() throws IOException {
		byte[] small = Fixture.bytes(1000);
		this.origin.put("a", small, "\"1\"");
		Reply.Found reply = Fixture.found(this.fixture.get("a", new Portion(100_000, 100_001)));
		assertThat(reply.representation().length()).isEqualTo(1000);
		reply.body().close();
		this.fixture.settle();
		assertThat(this.fixture.fetch("a")).isEqualTo(small);
		assertThat(this.origin.ranges()).containsExactly("bytes=65536-131071", "bytes=0-0", "bytes=0-999");
	}

	@Test
	void getWhenOriginIgnoresRangesTakesAllInOnePass() throws IOException {
		this.origin.put("a", BYTES, "\"1\"");
		this.origin.ignoreRanges();
		try (Body body = Fixture.found(this.fixture.get("a", new Portion(70_000, 70_010))).body()) {
			assertThat(Fixture.read(body, 70_000, 70_010)).isEqualTo(Arrays.copyOfRange(BYTES, 70_000, 70_010));
			assertThat(Fixture.read(body, 70_010, BYTES.length)).hasSize(BYTES.length - 70_010);
		}
		this.fixture.settle();
		assertThat(this.fixture.fetch("a")).isEqualTo(BYTES);
		assertThat(this.origin.requests()).hasSize(1);
	}

	@Test
	void getWhenTagIsWeakCombinesNothing() throws IOException {
		this.origin.put("a", BYTES, "W/\"1\"");
		try (Body body = Fixture.found(this.fixture.get("a", new Portion(70_000, 70_010))).body()) {
			assertThat(Fixture.read(body, 0, BYTES.length)).isEqualTo(BYTES);
		}
		assertThat(this.origin.ranges()).containsExactly("bytes=65536-131071", null);
		this.fixture.settle();
		assertThat(this.fixture.fetch("a")).isEqualTo(BYTES);
		assertThat(this.origin.requests()).hasSize(2);
	}

	@Test
	void getWhenLengthIsWrongStoresNothing() {
		this.origin.answerOnly(new OriginAnswer.Content(200, Headers.of("ETag", "x"), 10, true, null, new ShortBody()));
		Reply.Found reply = this.fixture.found("a");
		assertThatIOException().isThrownBy(() -> Fixture.read(reply.body()));
		this.fixture.settle();
		assertThat(this.fixture.contents().figures().objects()).isZero();
	}

	@Test
	void getWhenLengthIsUnknownStoresWhole() throws IOException {
		this.origin.put("a", BYTES, "\"1\"");
		this.origin.tellLength(false);
		assertThat(this.fixture.found("a").representation().length()).isEqualTo(-1);
		this.fixture.settle();
		Reply.Found stored = this.fixture.found("a");
		assertThat(stored.representation().length()).isEqualTo(BYTES.length);
		assertThat(Fixture.read(stored.body())).isEqualTo(BYTES);
		assertThat(this.fixture.contents().figures().reservedBytes()).isZero();
	}

	@Test
	void getWhenStaleRenewsWithoutBody() throws IOException {
		this.origin.put("a", BYTES, "\"1\"", "X-Note", "old");
		this.fixture.store("a");
		this.origin.put("a", BYTES, "\"1\"", "X-Note", "new");
		this.fixture.clock.advance(Duration.ofMinutes(2));
		Reply.Found reply = this.fixture.found("a");
		assertThat(reply.status().header()).isEqualTo("Cellar; fwd=stale; fwd-status=304; ttl=60");
		assertThat(reply.representation().headers().first("X-Note")).isEqualTo("new");
		assertThat(Fixture.read(reply.body())).isEqualTo(BYTES);
		reply.body().close();
		this.fixture.settle();
		this.fixture.restart();
		assertThat(this.fixture.found("a").representation().headers().first("X-Note")).isEqualTo("new");
		assertThat(this.origin.requests()).hasSize(2);
	}

	@Test
	void getWhenChangedReplacesCopy() throws IOException {
		this.origin.put("a", BYTES, "\"1\"");
		this.fixture.store("a");
		byte[] changed = Fixture.bytes(1000);
		this.origin.put("a", changed, "\"2\"");
		this.fixture.clock.advance(Duration.ofMinutes(2));
		Reply.Found reply = this.fixture.found("a");
		assertThat(reply.status().header()).isEqualTo("Cellar; fwd=stale; fwd-status=200; stored");
		assertThat(Fixture.read(reply.body())).isEqualTo(changed);
		this.fixture.settle();
		assertThat(this.fixture.copies()).hasSize(1);
		assertThat(this.fixture.contents().figures().bytes()).isBetween(4096L, 3 * 4096L);
	}

	@Test
	void getWhenOriginFailsServesStaleAndSaysSo() throws IOException {
		this.origin.put("a", BYTES, "\"1\"");
		this.fixture.store("a");
		this.fixture.clock.advance(Duration.ofMinutes(2));
		this.origin.answerOnly(DOWN);
		Reply.Found reply = this.fixture.found("a");
		assertThat(Fixture.read(reply.body())).isEqualTo(BYTES);
		assertThat(reply.status().header()).isEqualTo("Cellar; fwd=stale; ttl=-60; detail=stale-if-error");
		assertThat(this.fixture.found("a").status().header()).isEqualTo("Cellar; hit; ttl=-60; detail=stale-if-error");
		assertThat(this.origin.requests()).hasSize(2);
		this.fixture.clock.advance(Duration.ofHours(2));
		assertThat(this.fixture.get("a")).isInstanceOf(Reply.Failed.class);
	}

	@Test
	void getWhenMustRevalidateNeverServesStale() throws IOException {
		this.origin.put("a", BYTES, "\"1\"", "Cache-Control", "max-age=10, must-revalidate");
		this.fixture.store("a");
		this.fixture.clock.advance(Duration.ofSeconds(20));
		this.origin.answerOnly(DOWN);
		assertThat(this.fixture.get("a")).isInstanceOf(Reply.Failed.class);
	}

	@Test
	void getWhileRevalidatingServesStaleAndRenewsBehind() throws IOException {
		this.origin.put("a", BYTES, "\"1\"");
		this.fixture.store("a");
		this.fixture.clock.advance(Duration.ofSeconds(70));
		Reply.Found stale = Fixture.found(this.fixture.get("a", Duration.ofMinutes(1)));
		assertThat(stale.status().header()).isEqualTo("Cellar; hit; ttl=-10; detail=stale-while-revalidate");
		this.fixture.settle();
		assertThat(this.fixture.found("a").status().header()).isEqualTo("Cellar; hit; ttl=60");
	}

	@Test
	void getWhenAbsentRemembersForAWhile() {
		assertThat(this.fixture.get("a")).isInstanceOf(Reply.Absent.class);
		this.fixture.settle();
		this.origin.put("a", BYTES, "\"1\"");
		assertThat(this.fixture.get("a").status().header()).isEqualTo("Cellar; hit; ttl=10");
		this.fixture.clock.advance(Duration.ofSeconds(11));
		this.fixture.found("a").body().close();
	}

	@Test
	void getWhenWithdrawnForgetsCopy() throws IOException {
		this.origin.put("a", BYTES, "\"1\"");
		this.fixture.store("a");
		this.origin.remove("a");
		this.fixture.clock.advance(Duration.ofMinutes(2));
		assertThat(this.fixture.get("a")).isInstanceOf(Reply.Absent.class);
		assertThat(this.fixture.copies()).isEmpty();
	}

	@Test
	void getWhenDeniedHidesButKeepsCopy() throws IOException {
		this.origin.put("a", BYTES, "\"1\"");
		this.fixture.store("a");
		this.origin.answerOnly(new OriginAnswer.Denied());
		this.fixture.clock.advance(Duration.ofMinutes(2));
		assertThat(this.fixture.get("a")).isInstanceOf(Reply.Absent.class);
		assertThat(this.fixture.copies()).hasSize(1);
	}

	@Test
	void getWhenNotStorableIsNeitherKeptNorShared() throws IOException {
		this.origin.put("a", BYTES, "\"1\"", "Cache-Control", "private");
		assertThat(this.fixture.fetch("a")).isEqualTo(BYTES);
		Reply.Found second = this.fixture.found("a");
		assertThat(second.status().header()).isEqualTo("Cellar; fwd=uri-miss");
		assertThat(Fixture.read(second.body())).isEqualTo(BYTES);
		assertThat(this.origin.requests()).hasSize(2);
		assertThat(this.fixture.contents().figures().objects()).isZero();
	}

	@Test
	void headWhenColdAsksForTheHeadOnly() {
		this.origin.put("a", BYTES, "\"1\"");
		Reply.Found reply = Fixture.found(this.fixture.head("a"));
		assertThat(reply.representation().length()).isEqualTo(BYTES.length);
		assertThat(this.origin.requests()).extracting(OriginRequest::method).containsExactly(OriginRequest.Method.HEAD);
	}

	@Test
	void headWhenStoredAsksNobody() throws IOException {
		this.origin.put("a", BYTES, "\"1\"");
		this.fixture.store("a");
		assertThat(this.fixture.head("a").status().header()).isEqualTo("Cellar; hit; ttl=60");
		assertThat(this.origin.requests()).hasSize(1);
	}

	@Test
	void getWhenCopyIsTakenAwayFetchesAnew() throws IOException {
		try (Fixture forgetful = new Fixture(this.directory.resolve("other"), 10_000_000, 0, 0)) {
			forgetful.origin.put("a", BYTES, "\"1\"");
			forgetful.origin.put("b", BYTES, "\"1\"");
			forgetful.store("a");
			forgetful.store("b");
			forgetful.store("b");
			Files.delete(forgetful.copies().getFirst());
			Files.delete(forgetful.copies().getFirst());
			assertThat(forgetful.fetch("a")).isEqualTo(BYTES);
			assertThat(forgetful.origin.requests()).hasSize(3);
		}
	}

	@Test
	void getWhenRenewalsComeFasterThanTheDiskDoesNotPileThemUp() throws IOException {
		FaultyStorage storage = new FaultyStorage(1);
		try (Fixture slow = new Fixture(storage, this.directory.resolve("slow"), 10_000_000)) {
			slow.origin.put("a", BYTES, "\"1\"", "Cache-Control", "no-cache");
			slow.store("a");
			Semaphore permits = storage.holdForces();
			for (int i = 0; i < 20; i++) {
				slow.found("a").body().close();
			}
			assertThat(slow.origin.requests()).hasSize(21);
			try {
				Awaitility.await().until(() -> slow.contents().figures().fills() <= 3);
			}
			finally {
				permits.release(1000);
			}
		}
	}

	@Test
	void getWhenTheClockWasSetBackAsksAgain() throws IOException {
		this.origin.put("a", BYTES, "\"1\"");
		this.fixture.store("a");
		this.fixture.clock.advance(Duration.ofDays(-1));
		this.fixture.clock.advance(Duration.ofHours(2));
		this.fixture.found("a").body().close();
		assertThat(this.origin.requests()).hasSize(2);
	}

	@Test
	void getWhenASliceBreaksOffAgainAndAgainCountsItsSpaceOnce() throws IOException {
		try (Fixture forgetful = new Fixture(this.directory.resolve("other"), 10_000_000, 0, 0)) {
			forgetful.origin.put("a", BYTES, "\"1\"");
			forgetful.origin.put("b", new byte[50], "\"1\"");
			forgetful.origin.breakAt(100);
			for (int i = 0; i < 10; i++) {
				try (Body body = forgetful.found("a").body()) {
					assertThatIOException().isThrownBy(() -> Fixture.read(body));
				}
				forgetful.settle();
				forgetful.store("b");
				forgetful.store("b");
			}
			assertThat(forgetful.contents().figures().bytes()).isLessThan(2 * Fixture.SLICE);
		}
	}

	@Test
	void getWhenHeadersAreHugeIsStreamedWithoutStoring() throws IOException {
		this.origin.put("a", BYTES, "\"1\"", "X-Note", "x".repeat(64 * 1024));
		assertThat(this.fixture.fetch("a")).isEqualTo(BYTES);
		this.fixture.settle();
		assertThat(this.fixture.contents().figures().objects()).isZero();
	}

	@Test
	void getWhenOriginIgnoresRangesGoesThroughItOnce() throws IOException {
		byte[] large = Fixture.bytes(80 * Fixture.SLICE);
		this.origin.put("a", large, "\"1\"");
		this.origin.ignoreRanges();
		Semaphore permits = this.origin.trickle();
		permits.release(10);
		this.fixture.found("a").body().close();
		permits.release(large.length);
		this.fixture.settle();
		this.origin.flow();
		int before = this.origin.requests().size();
		assertThat(this.fixture.fetch("a")).isEqualTo(large);
		assertThat(this.origin.requests().size() - before).isLessThanOrEqualTo(1);
	}

	private static final class ShortBody implements OriginBody {

		private boolean read;

		@Override
		public int read(byte[] buffer, int offset, int length) {
			int given = this.read ? -1 : 5;
			this.read = true;
			return given;
		}

		@Override
		public void close() {
		}

	}

}
