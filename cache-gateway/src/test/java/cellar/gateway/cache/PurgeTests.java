package cellar.gateway.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import cellar.gateway.disk.FaultyStorage;
import cellar.gateway.index.Selection;
import cellar.gateway.lookup.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class PurgeTests extends CacheTestBase {

	private static final byte[] OLD = Fixture.bytes(100_000);

	private static final byte[] NEW = Fixture.bytes(100_001);

	private static final Selection ALL = new Selection("/", null);

	@BeforeEach
	void prepare() {
		this.fixture.origin.put("a", OLD, "\"1\"");
		this.fixture.origin.put("b/c", OLD, "\"1\"");
	}

	@Test
	void purgeForgetsWhatIsSelectedForGood() throws IOException {
		this.fixture.store("a");
		this.fixture.store("b/c");
		assertThat(this.fixture.contents().purge(new Selection(null, "b/"))).isOne();
		assertThat(this.fixture.copies()).hasSize(1);
		this.fixture.restart();
		assertThat(this.fixture.contents().list(ALL, 0, 10).items()).extracting(Contents.Item::object)
			.containsExactly("a");
	}

	@Test
	void purgeWhenRouteIsAnotherForgetsNothing() throws IOException {
		this.fixture.store("a");
		assertThat(this.fixture.contents().purge(new Selection("/other", null))).isZero();
		assertThat(this.fixture.contents().figures().objects()).isOne();
	}

	@Test
	void purgeDuringFillKeepsItFromBeingStoredOrJoined() throws IOException {
		Semaphore permits = this.fixture.origin.trickle();
		permits.release(1);
		Reply.Found before = this.fixture.found("a");
		this.fixture.origin.flow();
		assertThat(this.fixture.contents().purge(ALL)).isOne();
		this.fixture.origin.put("a", NEW, "\"2\"");
		Reply.Found after = this.fixture.found("a");
		permits.release(1_000_000);
		assertThat(Fixture.read(before.body())).isEqualTo(OLD);
		assertThat(Fixture.read(after.body())).isEqualTo(NEW);
		this.fixture.settle();
		assertThat(this.fixture.fetch("a")).isEqualTo(NEW);
		this.fixture.restart();
		assertThat(this.fixture.fetch("a")).isEqualTo(NEW);
		assertThat(this.fixture.origin.requests()).hasSize(2);
	}

	@Test
	void purgeReachesAFillThatNobodyMayJoinAnyMore() throws IOException {
		this.fixture.origin.put("a", OLD, "W/\"1\"", "Cache-Control", "no-cache, stale-if-error=3600");
		Semaphore permits = this.fixture.origin.trickle();
		permits.release(1);
		Reply.Found before = this.fixture.found("a");
		this.fixture.origin.flow();
		assertThat(this.fixture.fetch("a")).isEqualTo(OLD);
		this.fixture.contents().purge(ALL);
		permits.release(1_000_000);
		assertThat(Fixture.read(before.body())).isEqualTo(OLD);
		before.body().close();
		this.fixture.settle();
		assertThat(this.fixture.contents().figures().objects()).isZero();
	}

	@Test
	void purgeWhileAskingKeepsAnswerFromBeingStored() {
		Semaphore heads = this.fixture.origin.holdHeads();
		CompletableFuture<byte[]> client = CompletableFuture.supplyAsync(() -> {
			try {
				return this.fixture.fetch("a");
			}
			catch (IOException ex) {
				throw new AssertionError(ex);
			}
		}, (task) -> Thread.ofVirtual().start(task));
		Awaitility.await().until(() -> this.fixture.origin.requests().size() == 1);
		this.fixture.contents().purge(ALL);
		heads.release(10);
		assertThat(client.join()).isEqualTo(OLD);
		this.fixture.settle();
		assertThat(this.fixture.contents().figures().objects()).isZero();
	}

	@Test
	void purgeForgetsAbsences() throws IOException {
		this.fixture.origin.remove("a");
		assertThat(this.fixture.get("a")).isInstanceOf(Reply.Absent.class);
		this.fixture.origin.put("a", NEW, "\"2\"");
		this.fixture.contents().purge(ALL);
		assertThat(this.fixture.fetch("a")).isEqualTo(NEW);
	}

	@Test
	void purgeLeavesRunningTransfersWhole() throws IOException {
		this.fixture.store("a");
		Reply.Found open = this.fixture.found("a");
		this.fixture.contents().purge(ALL);
		assertThat(Fixture.read(open.body())).isEqualTo(OLD);
	}

	@Test
	void listIsSortedAndPaged() throws IOException {
		this.fixture.store("b/c");
		this.fixture.store("a");
		Contents.Page page = this.fixture.contents().list(new Selection(null, null), 1, 1);
		assertThat(page.total()).isEqualTo(2);
		assertThat(page.items()).extracting(Contents.Item::object).containsExactly("b/c");
	}

	@Test
	void purgeThatIsTriedAgainDeletesWhatItCouldNotBefore() throws IOException {
		FaultyStorage storage = new FaultyStorage(1);
		try (Fixture faulty = new Fixture(storage, this.directory.resolve("faulty"), 10_000_000)) {
			faulty.origin.put("a", OLD, "\"1\"");
			faulty.store("a");
			storage.fail(FaultyStorage.Fault.DELETE, 100);
			assertThatException().isThrownBy(() -> faulty.contents().purge(ALL));
			storage.recover();
			faulty.contents().purge(ALL);
			assertThat(faulty.contents().figures().reservedBytes()).isZero();
			faulty.restart();
			assertThat(faulty.contents().figures().objects()).isZero();
		}
	}

	@Test
	void purgeThatIsTriedAgainAndFailsAgainSaysSo() throws IOException {
		FaultyStorage storage = new FaultyStorage(1);
		try (Fixture faulty = new Fixture(storage, this.directory.resolve("faulty"), 10_000_000)) {
			faulty.origin.put("a", OLD, "\"1\"");
			faulty.store("a");
			storage.fail(FaultyStorage.Fault.DELETE, 100);
			assertThatException().isThrownBy(() -> faulty.contents().purge(ALL));
			assertThatException().isThrownBy(() -> faulty.contents().purge(ALL));
			assertThat(faulty.contents().figures().reservedBytes()).isPositive();
		}
	}

	@Test
	void purgeReachesWhatCouldNotBeReadAtTheStart() throws IOException {
		FaultyStorage storage = new FaultyStorage(1);
		try (Fixture faulty = new Fixture(storage, this.directory.resolve("faulty"), 10_000_000)) {
			faulty.origin.put("a", OLD, "\"1\"");
			faulty.store("a");
			storage.fail(FaultyStorage.Fault.OPEN, 100);
			faulty.restart();
			storage.recover();
			faulty.contents().purge(ALL);
			faulty.restart();
			assertThat(faulty.contents().figures().objects()).isZero();
		}
	}

	@Test
	void purgeWhenADirectoryWasTakenAwayIsDone() throws IOException {
		this.fixture.store("a");
		Path copy = this.fixture.copies().getFirst();
		Files.delete(copy);
		Files.delete(copy.getParent());
		assertThat(this.fixture.contents().purge(ALL)).isOne();
	}

}
