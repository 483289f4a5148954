package cellar.gateway.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cellar.common.test.SettableClock;
import cellar.gateway.disk.FaultyStorage;
import cellar.gateway.disk.Layout;
import cellar.gateway.disk.Storage;
import cellar.gateway.head.Head;
import cellar.gateway.header.Headers;
import cellar.gateway.index.Key;
import cellar.gateway.index.Pins;
import cellar.gateway.index.Selection;
import cellar.gateway.origin.InMemoryOrigin;
import cellar.gateway.origin.Origin;
import cellar.gateway.slice.FillLimits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class ShelfTests {

	private static final Key KEY = Key.of(new Key.Space("/", "memory"), "a");

	private static final int LENGTH = 100_000;

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	private final Origin origin = new InMemoryOrigin(new SettableClock(NOW));

	@TempDir
	Path directory;

	private Shelf shelf;

	@BeforeEach
	void open() throws IOException {
		this.shelf = open(10);
	}

	private Shelf open(int openFiles) throws IOException {
		StoreLimits limits = new StoreLimits(10_000_000, 0, 64 * 1024, openFiles, 1_000_000, Pins.NONE);
		Shelf opened = Shelf.open(Storage.LOCAL, this.directory, limits, new FillLimits(1, 1, 0, 1), Runnable::run);
		opened.awaitRecovery();
		return opened;
	}

	@AfterEach
	void close() {
		this.shelf.close();
	}

	private Draft draft(String etag) throws IOException {
		return draft(KEY, etag);
	}

	private Draft draft(Key key, String etag) throws IOException {
		Draft draft = this.shelf.drafts().begin(head(key, etag), LENGTH, this.origin);
		assertThat(draft).isNotNull();
		return draft;
	}

	private static Head head(Key key, String etag) {
		return new Head(key, Headers.of("ETag", etag), NOW, Duration.ZERO);
	}

	private StoredObject published(String etag) throws IOException {
		Draft draft = draft(etag);
		this.shelf.drafts().publish(draft, null);
		return draft.object();
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.walk(this.directory)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	@Test
	void leaseBeforePublicationFindsNothing() throws IOException {
		Draft draft = draft("1");
		assertThat(this.shelf.lease(KEY, this.origin)).isNull();
		this.shelf.drafts().publish(draft, null);
		assertThat(this.shelf.lease(KEY, this.origin)).isSameAs(draft.object());
	}

	@Test
	void leaseWhenSavedFindsItAfterRestart() throws IOException {
		StoredObject object = published("1");
		this.shelf.save(object);
		this.shelf = open(10);
		StoredObject found = this.shelf.lease(KEY, this.origin);
		assertThat(found).isNotNull();
		assertThat(found.head()).isEqualTo(object.head());
	}

	@Test
	void leaseWhenNeverSavedFindsNothingAfterRestart() throws IOException {
		published("1");
		this.shelf = open(10);
		assertThat(this.shelf.lease(KEY, this.origin)).isNull();
		assertThat(files()).isEmpty();
	}

	@Test
	void publishWhenThereIsACopyReplacesIt() throws IOException {
		StoredObject older = published("1");
		this.shelf.save(older);
		StoredObject newer = published("2");
		assertThat(this.shelf.lease(KEY, this.origin)).isSameAs(newer);
		assertThat(this.shelf.figures().index().reservedBytes()).isPositive();
		older.release();
		assertThat(this.shelf.figures().index().reservedBytes()).isZero();
		this.shelf.save(newer);
		assertThat(files()).hasSize(1);
	}

	@Test
	void setAsideServesNobodyElseAndGivesItsSpaceBack() throws IOException {
		Draft draft = draft("1");
		this.shelf.drafts().setAside(draft);
		this.shelf.save(draft.object());
		assertThat(this.shelf.lease(KEY, this.origin)).isNull();
		assertThat(this.shelf.figures().index().reservedBytes()).isPositive();
		draft.object().release();
		assertThat(this.shelf.figures().index().reservedBytes()).isZero();
		assertThat(files()).isEmpty();
	}

	@Test
	void dropLetsUsersGoOnButSavesNothingAnyMore() throws IOException {
		StoredObject object = published("1");
		this.shelf.drop(object);
		this.shelf.save(object);
		assertThat(this.shelf.lease(KEY, this.origin)).isNull();
		assertThat(this.shelf.isCurrent(KEY, null)).isTrue();
		assertThat(object.lease()).isTrue();
		assertThat(files()).isEmpty();
	}

	@Test
	void renewWhenTheHeadHasOutgrownItsRoomDropsTheCopy() throws IOException {
		StoredObject object = published("1");
		this.shelf.save(object);
		Head renewed = object.head().renewed(Headers.of("X-Note", "x".repeat(10_000)), NOW, NOW);
		assertThat(this.shelf.renew(object, renewed)).isFalse();
		assertThat(this.shelf.lease(KEY, this.origin)).isNull();
		assertThat(files()).isEmpty();
	}

	@Test
	void filesThatNobodyUsesAreClosedAndOpenedAgain() throws IOException {
		this.shelf = open(0);
		StoredObject first = published("1");
		this.shelf.save(first);
		first.release();
		for (int i = 0; i < 10; i++) {
			Draft other = draft(Key.of(KEY.space(), "other" + i), "1");
			this.shelf.drafts().publish(other, null);
			this.shelf.save(other.object());
			other.object().release();
		}
		StoredObject again = this.shelf.lease(KEY, this.origin);
		assertThat(again).isNotNull().isNotSameAs(first);
		assertThat(again.head()).isEqualTo(first.head());
	}

	@Test
	void purgeWhenAFileCannotBeDeletedSaysSo() throws IOException {
		StoredObject object = published("1");
		this.shelf.save(object);
		Path file = files().getFirst();
		Files.delete(file);
		Files.createDirectories(file.resolve("in the way"));
		assertThatIOException().isThrownBy(() -> this.shelf.purge(new Selection(null, null)));
		assertThat(this.shelf.lease(KEY, this.origin)).isNull();
	}

	@Test
	void purgeWhenNotAllCouldBeReadForgetsWhatIsKnownAllTheSame() throws IOException {
		StoredObject object = published("1");
		this.shelf.save(object);
		Path unreadable = Layout.in(this.directory).root().resolve("loop");
		Files.createSymbolicLink(unreadable, unreadable);
		StoreLimits limits = new StoreLimits(10_000_000, 0, 64 * 1024, 10, 1_000_000, Pins.NONE);
		this.shelf = Shelf.open(Storage.LOCAL, this.directory, limits, new FillLimits(1, 1, 0, 1), Runnable::run);
		assertThatIOException().isThrownBy(() -> this.shelf.purge(new Selection(null, null)));
		assertThat(this.shelf.lease(KEY, this.origin)).isNull();
	}

	@Test
	void purgeOnceEverythingCanBeReadIsDone() throws IOException {
		Path unreadable = Layout.in(this.directory).root().resolve("loop");
		Files.createSymbolicLink(unreadable, unreadable);
		StoreLimits limits = new StoreLimits(10_000_000, 0, 64 * 1024, 10, 1_000_000, Pins.NONE);
		this.shelf = Shelf.open(Storage.LOCAL, this.directory, limits, new FillLimits(1, 1, 0, 1), Runnable::run);
		Files.delete(unreadable);
		assertThat(this.shelf.purge(new Selection(null, null))).isEmpty();
	}

	@Test
	void leaseWhenTheDiskDoesNotGiveACopyBackDropsIt() throws IOException {
		FaultyStorage storage = new FaultyStorage(1);
		this.shelf = open(storage);
		StoredObject object = published("1");
		this.shelf.save(object);
		object.release();
		this.shelf = open(storage);
		storage.fail(FaultyStorage.Fault.READ, 100);
		assertThat(this.shelf.lease(KEY, this.origin)).isNull();
		assertThat(files()).isEmpty();
	}

	@Test
	void leaseWhenACopyCannotBeOpenedKeepsIt() throws IOException {
		FaultyStorage storage = new FaultyStorage(1);
		this.shelf = open(storage);
		StoredObject object = published("1");
		this.shelf.save(object);
		object.release();
		this.shelf = open(storage);
		storage.fail(FaultyStorage.Fault.OPEN, 100);
		assertThatIOException().isThrownBy(() -> this.shelf.lease(KEY, this.origin));
		storage.recover();
		assertThat(this.shelf.lease(KEY, this.origin)).isNotNull();
	}

	private Shelf open(Storage storage) throws IOException {
		StoreLimits limits = new StoreLimits(10_000_000, 0, 64 * 1024, 10, 1_000_000, Pins.NONE);
		Shelf opened = Shelf.open(storage, this.directory, limits, new FillLimits(1, 1, 0, 1), Runnable::run);
		opened.awaitRecovery();
		return opened;
	}

}
