package cellar.gateway.slice;

import java.io.IOException;
import java.util.BitSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.zip.Checksum;

import org.jspecify.annotations.Nullable;

import cellar.gateway.checksum.ChecksumAlgorithm;
import cellar.gateway.checksum.ChecksumMismatchException;
import cellar.gateway.checksum.PartsChecksum;
import cellar.gateway.checksum.Proof;
import cellar.gateway.disk.ObjectFile;
import cellar.gateway.disk.SliceTable;
import cellar.gateway.version.Source;

/**
 * Proves an object that comes in slices from their checksums, whatever their order,
 * before the last of them is given away.
 */
final class SliceProof {

	/** What the origin says, or {@code null} if it was not asked. */
	private final AtomicReference<@Nullable CompletableFuture<@Nullable Proof>> told = new AtomicReference<>();

	private final BitSet known = new BitSet();

	/** Held while a slice is confirmed, so that the last one is known to be the last. */
	private final ReentrantLock confirming = new ReentrantLock();

	private final ObjectFile file;

	private final SliceTable slices;

	private final Source source;

	private long[] checksums = {};

	SliceProof(ObjectFile file, Source source) {
		this.file = file;
		this.slices = file.slices();
		this.source = source;
	}

	/**
	 * Takes over what came with a body.
	 * @param given its proof, or {@code null} if it has none
	 */
	void given(@Nullable Proof given) {
		if (given != null) {
			this.told.compareAndSet(null, CompletableFuture.completedFuture(useful(given)));
		}
	}

	// Where it does not follow from slices, only a body in order can be proved.
	private static @Nullable Proof useful(@Nullable Proof proof) {
		return (proof != null && proof.checksum().algorithm().isCombinable()) ? proof : null;
	}

	/**
	 * Asks the origin, unless it was asked or has told by itself.
	 * @param executor runs what blocks
	 * @return the proof, {@code null} if there is none to be had; exceptionally an
	 * {@link IOException} if the origin does not tell, which the next one asks again
	 */
	CompletableFuture<@Nullable Proof> ask(Executor executor) {
		CompletableFuture<@Nullable Proof> mine = new CompletableFuture<>();
		CompletableFuture<@Nullable Proof> begun = this.told.compareAndExchange(null, mine);
		if (begun != null) {
			return begun;
		}
		executor.execute(() -> ask(mine));
		return mine;
	}

	private void ask(CompletableFuture<@Nullable Proof> mine) {
		try {
			mine.complete(useful(this.source.proof()));
		}
		catch (IOException | RuntimeException | Error ex) {
			this.told.compareAndSet(mine, null);
			mine.completeExceptionally(ex);
		}
	}

	/**
	 * Begins a checksum that a slice is needed of, as far as is known yet.
	 * @return the checksum, or {@code null} if that of the table is enough
	 */
	@Nullable Checksum part() {
		CompletableFuture<@Nullable Proof> asked = this.told.get();
		if (asked == null || asked.state() != Future.State.SUCCESS) {
			return null;
		}
		Proof expected = asked.resultNow();
		return (expected != null && !isOfTable(expected)) ? expected.checksum().algorithm().part() : null;
	}

	private static boolean isOfTable(Proof proof) {
		return proof.checksum().algorithm() == ChecksumAlgorithm.CRC32C;
	}

	/**
	 * Called when a slice has come whole.
	 * @param slice the slice
	 * @param checksum what {@link #part()} came to
	 */
	synchronized void add(int slice, long checksum) {
		if (this.checksums.length == 0) {
			this.checksums = new long[this.slices.count()];
		}
		this.checksums[slice] = checksum;
		this.known.set(slice);
	}

	/**
	 * Confirms a slice that has come whole. If the object is complete with it, all of it
	 * is compared before; what came before it was known what it would be needed for is
	 * read again.
	 * @param slice the slice, whose bytes are in the file
	 * @param crc32c its checksum
	 * @param addition adds the slice to those that are there, unless it may not
	 * @throws ChecksumMismatchException if the object is not what the origin says
	 * @throws NotStoredException if it cannot be told whether it is, or if the slice may
	 * not be added
	 */
	void confirm(int slice, int crc32c, BooleanSupplier addition) throws IOException {
		this.confirming.lock();
		try {
			check(slice, crc32c);
			if (!addition.getAsBoolean()) {
				throw new NotStoredException("The disk has not made durable what was written");
			}
		}
		catch (ChecksumMismatchException | NotStoredException ex) {
			throw ex;
		}
		catch (IOException ex) {
			throw new NotStoredException("The object cannot be proved", ex);
		}
		finally {
			this.confirming.unlock();
		}
	}

	private void check(int last, int crc32c) throws IOException {
		if (this.slices.isPresent(last) || this.slices.presentBytes() + length(last) < this.slices.length()) {
			return;
		}
		Proof expected = await(ask(Runnable::run));
		if (expected == null) {
			return;
		}
		PartsChecksum whole = new PartsChecksum(expected.checksum().algorithm());
		for (int slice = 0; slice < this.slices.count(); slice++) {
			if (slice != last && !this.file.verify(slice)) {
				// It has to come again, and is the last one then.
				return;
			}
			int stored = (slice == last) ? crc32c : this.slices.checksum(slice);
			whole.add(isOfTable(expected) ? Integer.toUnsignedLong(stored) : checksum(slice, expected), length(slice));
		}
		expected.check(whole.hex());
	}

	private static @Nullable Proof await(CompletableFuture<@Nullable Proof> asked) throws IOException {
		try {
			return asked.join();
		}
		catch (CompletionException ex) {
			throw new IOException("The origin does not tell what the object must come to", ex.getCause());
		}
	}

	private long checksum(int slice, Proof expected) throws IOException {
		if (!isKnown(slice)) {
			add(slice, read(slice, expected.checksum().algorithm().part()));
		}
		return this.checksums[slice];
	}

	private synchronized boolean isKnown(int slice) {
		return this.known.get(slice);
	}

	private long read(int slice, Checksum checksum) throws IOException {
		this.file.digest(slice, checksum);
		return checksum.getValue();
	}

	private long length(int slice) {
		return this.slices.slicing().length(slice);
	}

}
