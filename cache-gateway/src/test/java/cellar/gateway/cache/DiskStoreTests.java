package cellar.gateway.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DiskStoreTests {

	@TempDir
	private Path directory;

	@Test
	void syncDeletionsWaitsForEntriesThatAreOnTheirWayOut() throws Exception {
		DiskStore store = new DiskStore(this.directory);
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		Thread eviction = Thread.ofPlatform().start(() -> store.removing(() -> {
			begun.countDown();
			awaitQuietly(go);
			return List.of();
		}));
		begun.await();
		CompletableFuture<Void> synced = new CompletableFuture<>();
		Thread purge = Thread.ofPlatform().start(() -> {
			try {
				store.syncDeletions();
				synced.complete(null);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
		Awaitility.await().until(() -> purge.getState() == Thread.State.WAITING);
		assertThat(synced).isNotDone();
		go.countDown();
		synced.join();
		eviction.join();
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
