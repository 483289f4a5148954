package cellar.gateway.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.disk.CacheDirectory;
import cellar.gateway.disk.DamagedFileException;
import cellar.gateway.disk.ObjectFile;
import cellar.gateway.disk.UnreadableFileException;
import cellar.gateway.index.Entry;

/**
 * Compares copies with their checksums, so that what the disk has lost is known before
 * somebody asks for it. That counts as no use of them, and keeps none from being evicted
 * for longer than a slice takes.
 */
final class Scrubber {

	private static final Logger logger = LoggerFactory.getLogger(Scrubber.class);

	/** What it costs to open a file, in bytes that could have been read meanwhile. */
	private static final long COST_OF_A_FILE = 64 * 1024;

	private final AtomicLong bytes = new AtomicLong();

	private final AtomicLong bad = new AtomicLong();

	private final CacheDirectory directory;

	private final OpenObjects open;

	private final Saver saver;

	private final Consumer<Entry> drop;

	Scrubber(CacheDirectory directory, OpenObjects open, Saver saver, Consumer<Entry> drop) {
		this.directory = directory;
		this.open = open;
		this.saver = saver;
		this.drop = drop;
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
		StoredObject object = this.open.get(entry);
		return (object != null) ? inUse(object, pace) : atRest(entry, pace);
	}

	// Only what is bad goes, and is fetched again for whoever reads it.
	private boolean inUse(StoredObject object, Pace pace) {
		ObjectFile file = object.file();
		for (int slice = 0; slice < file.slices().count(); slice++) {
			if (!object.lease()) {
				return true;
			}
			long length = 0;
			try {
				if (file.slices().isPresent(slice)) {
					length = length(file, slice);
					compare(object, slice);
				}
			}
			finally {
				object.release();
			}
			if (length > 0 && !pace.goOn(length)) {
				return false;
			}
		}
		return true;
	}

	private void compare(StoredObject object, int slice) {
		if (!isGood(object.file(), slice)) {
			found(object.entry());
			this.saver.changed(object);
		}
	}

	// All of it goes: who opens the file meanwhile finds out himself what is bad.
	private boolean atRest(Entry entry, Pace pace) {
		try {
			ObjectFile file = this.directory.open(entry.file()).file();
			try {
				return atRest(entry, file, pace);
			}
			finally {
				file.channel().release();
			}
		}
		catch (NoSuchFileException | DamagedFileException | UnreadableFileException ex) {
			found(entry);
			this.drop.accept(entry);
		}
		catch (IOException ex) {
			logger.atDebug().addKeyValue("object", entry.key()).setCause(ex).log("Copy cannot be scrubbed");
		}
		return true;
	}

	private boolean atRest(Entry entry, ObjectFile file, Pace pace) {
		for (int slice = 0; slice < file.slices().count(); slice++) {
			if (file.slices().isPresent(slice)) {
				if (!isGood(file, slice)) {
					found(entry);
					if (this.open.get(entry) == null) {
						this.drop.accept(entry);
					}
					return true;
				}
				if (!pace.goOn(length(file, slice))) {
					return false;
				}
			}
		}
		return true;
	}

	private boolean isGood(ObjectFile file, int slice) {
		this.bytes.addAndGet(length(file, slice));
		return file.compare(slice);
	}

	private static long length(ObjectFile file, int slice) {
		return file.slices().end(slice) - file.slices().start(slice);
	}

	private void found(Entry entry) {
		this.bad.incrementAndGet();
		logger.atError().addKeyValue("object", entry.key()).log("Copy is not what was stored");
	}

	/**
	 * Tells how much was compared.
	 * @return bytes since the start
	 */
	long bytes() {
		return this.bytes.get();
	}

	/**
	 * Tells how much was found to be bad.
	 * @return slices, and files that are of no use at all, since the start
	 */
	long bad() {
		return this.bad.get();
	}

}
