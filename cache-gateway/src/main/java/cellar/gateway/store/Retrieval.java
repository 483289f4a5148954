package cellar.gateway.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.disk.CacheDirectory;
import cellar.gateway.disk.DamagedFileException;
import cellar.gateway.disk.ObjectFile;
import cellar.gateway.disk.UnreadableFileException;
import cellar.gateway.head.Head;
import cellar.gateway.head.HeadCodec;
import cellar.gateway.index.Entry;
import cellar.gateway.origin.Origin;

/**
 * Opens the files of copies for those who use them. A file that is of no use costs its
 * copy, not the request.
 */
final class Retrieval {

	private static final Logger logger = LoggerFactory.getLogger(Retrieval.class);

	private final CacheDirectory directory;

	private final OpenObjects open;

	private final Upkeep upkeep;

	private final Withdrawals withdrawals;

	Retrieval(CacheDirectory directory, OpenObjects open, Upkeep upkeep) {
		this.directory = directory;
		this.open = open;
		this.upkeep = upkeep;
		this.withdrawals = upkeep.withdrawals();
	}

	/**
	 * Leases a copy.
	 * @param entry its entry
	 * @param origin where what it lacks comes from
	 * @return the copy, or {@code null} if it is no entry any more
	 * @throws IOException if it cannot be opened just now
	 */
	@Nullable StoredObject lease(Entry entry, Origin origin) throws IOException {
		try {
			StoredObject object = this.open.lease(entry, (opened) -> open(opened, origin));
			if (object != null) {
				object.use(origin);
			}
			return object;
		}
		catch (NoSuchFileException | DamagedFileException | UnreadableFileException ex) {
			// Unless it was dropped just now.
			if (this.withdrawals.withdraw(entry)) {
				logger.atError()
					.addKeyValue("object", entry.key())
					.addKeyValue("cause", ex.toString())
					.log("Copy is lost");
			}
			return null;
		}
	}

	private StoredObject open(Entry entry, Origin origin) throws IOException {
		ObjectFile.Found found = this.directory.open(entry.file());
		try {
			return StoredObject.of(entry, found.file(), HeadCodec.decode(found.content()), origin, this.upkeep);
		}
		catch (IOException | RuntimeException ex) {
			found.file().channel().release();
			throw ex;
		}
	}

	/**
	 * Reads what describes a copy, without counting that as a use.
	 * @param entry its entry
	 * @return the head, or {@code null} if it cannot be read or is gone
	 */
	@Nullable Head describe(Entry entry) {
		StoredObject object = this.open.get(entry);
		if (object != null) {
			return object.head();
		}
		try {
			ObjectFile.Found found = this.directory.open(entry.file());
			found.file().channel().release();
			return HeadCodec.decode(found.content());
		}
		catch (IOException ex) {
			return null;
		}
	}

}
