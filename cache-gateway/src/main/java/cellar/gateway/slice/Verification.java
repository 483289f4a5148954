package cellar.gateway.slice;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import cellar.gateway.disk.ObjectFile;

/**
 * How slices are compared with their checksums before anybody gets them: once, however
 * many ask.
 */
final class Verification {

	private final Map<Integer, CompletableFuture<Void>> running = new ConcurrentHashMap<>();

	private final ObjectFile file;

	private final Executor executor;

	Verification(ObjectFile file, Executor executor) {
		this.file = file;
		this.executor = executor;
	}

	/**
	 * Compares a slice that is in the file.
	 * @param slice the slice
	 * @return completed when it is known to be good, or is not there any more
	 */
	CompletableFuture<Void> of(int slice) {
		CompletableFuture<Void> verified = new CompletableFuture<>();
		CompletableFuture<Void> begun = this.running.putIfAbsent(slice, verified);
		if (begun != null) {
			return begun;
		}
		this.executor.execute(() -> verify(slice, verified));
		return verified;
	}

	private void verify(int slice, CompletableFuture<Void> verified) {
		try {
			// Another one may have ended since the slice was looked at.
			if (!this.file.slices().isChecked(slice)) {
				this.file.verify(slice);
			}
		}
		finally {
			this.running.remove(slice);
			verified.complete(null);
		}
	}

}
