package cellar.gateway.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.disk.CacheDirectory;
import cellar.gateway.disk.DamagedFileException;
import cellar.gateway.disk.ObjectFile;
import cellar.gateway.disk.SliceTable;
import cellar.gateway.disk.UnreadableFileException;
import cellar.gateway.index.Entry;

/**
 * Compares copies with their checksums, so that what the disk has lost is known before
 * somebody asks for it. That counts as no use of them, and nothing of them is held
 * between two slices, so that each can be evicted.
 */
final class Scrubber {

	private static final Logger logger = LoggerFactory.getLogger(Scrubber.class);

	/** What it costs to open a file, in bytes that could have been read meanwhile. */
	private static final long COST_OF_A_FILE = 64 * 1024;

	private static final int NONE = -1;

	private final AtomicLong bytes = new AtomicLong();

	private final AtomicLong bad = new AtomicLong();

	private final CacheDirectory directory;

	private final OpenObjects open;

	private final Saver saver;

	private final Withdrawals withdrawals;

	Scrubber(CacheDirectory directory, OpenObjects open, Saver saver, Withdrawals withdrawals) {
		this.directory = directory;
		this.open = open;
		this.saver = saver;
		this.withdrawals = withdrawals;
	}

	/**
	 * Compares some copies.
	 * @param entries their entries, which may be taken out meanwhile
	 * @param pace how fast
	 */
	void scrub(Iterable<Entry> entries, Pace pace) {
		for (Entry entry : entries) {
			if (!pace.goOn(COST_OF_A_FILE) || !scrub(entry, pace)) {
				return;
			}
		}
	}

	private boolean scrub(Entry entry, Pace pace) {
		Step step = next(entry, 0);
		while (step.slice() != NONE) {
			if (!pace.goOn(step.bytes())) {
				return false;
			}
			step = next(entry, step.slice() + 1);
		}
		return true;
	}

	private Step next(Entry entry, int from) {
		StoredObject object = this.open.get(entry);
		if (object == null || !object.lease()) {
			return nextAtRest(entry, from);
		}
		try {
			// Only the slice goes, and is fetched again for whoever reads it.
			return next(object.file(), from, () -> {
				found(entry);
				this.saver.changed(object);
			});
		}
		finally {
			object.release();
		}
	}

	private Step nextAtRest(Entry entry, int from) {
		try {
			ObjectFile file = this.directory.open(entry.file()).file();
			try {
				return next(file, from, () -> lost(entry));
			}
			finally {
				file.channel().release();
			}
		}
		catch (NoSuchFileException | DamagedFileException | UnreadableFileException ex) {
			lost(entry);
		}
		catch (IOException ex) {
			logger.atDebug().addKeyValue("object", entry.key()).setCause(ex).log("Copy cannot be scrubbed");
		}
		return Step.LAST;
	}

	private Step next(ObjectFile file, int from, Runnable bad) {
		SliceTable slices = file.slices();
		int slice = from;
		while (slice < slices.count() && !slices.isPresent(slice)) {
			slice++;
		}
		if (slice >= slices.count()) {
			return Step.LAST;
		}
		long length = slices.slicing().length(slice);
		this.bytes.addAndGet(length);
		if (!file.compare(slice)) {
			bad.run();
		}
		return new Step(slice, length);
	}

	// All of it goes, unless somebody has opened it, who finds out himself what is bad.
	// That it was taken out meanwhile is no fault of the disk.
	private void lost(Entry entry) {
		if (this.open.get(entry) == null && this.withdrawals.withdraw(entry)) {
			found(entry);
		}
	}

	private void found(Entry entry) {
		this.bad.incrementAndGet();
		logger.atError().addKeyValue("object", entry.key()).log("Copy is not what was stored");
	}

	/**
	 * Returns how much was compared.
	 * @return bytes since the start
	 */
	long bytes() {
		return this.bytes.get();
	}

	/**
	 * Returns how much was found to be bad.
	 * @return slices, and files that are of no use at all, since the start
	 */
	long bad() {
		return this.bad.get();
	}

	/**
	 * What was compared just now.
	 *
	 * @param slice the slice, or {@link #NONE} if there was none left
	 * @param bytes how long it is
	 */
	private record Step(int slice, long bytes) {

		private static final Step LAST = new Step(NONE, 0);

	}

}
