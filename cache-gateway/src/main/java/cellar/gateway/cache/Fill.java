package cellar.gateway.cache;

import java.io.IOException;
import java.util.zip.CRC32C;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.origin.OriginBody;

/**
 * Copies one body from the origin to disk at the origin's pace, and makes an entry of it
 * if and only if it is whole.
 */
class Fill {

	private static final Logger logger = LoggerFactory.getLogger(Fill.class);

	private static final int CHUNK = 128 * 1024;

	private final CRC32C checksum = new CRC32C();

	private final Shelf shelf;

	private final Fetch fetch;

	private final StoredObject draft;

	private final GrowingFile file;

	private final Reservation reservation;

	Fill(Shelf shelf, Fetch fetch, StoredObject draft, GrowingFile file, Reservation reservation) {
		this.shelf = shelf;
		this.fetch = fetch;
		this.draft = draft;
		this.file = file;
		this.reservation = reservation;
	}

	void run(OriginBody body) {
		boolean stored = false;
		try {
			stored = copy(body) && commit();
		}
		finally {
			// Does nothing where the end was known before.
			this.file.end(GrowingFile.State.BROKEN);
			if (!stored) {
				this.shelf.store().discard(this.draft.generation());
			}
			this.file.release();
		}
	}

	private boolean copy(OriginBody body) {
		byte[] buffer = new byte[CHUNK];
		while (true) {
			int read;
			try {
				read = body.read(buffer);
			}
			catch (IOException ex) {
				return broken(ex.toString());
			}
			if (read < 0) {
				break;
			}
			if (!append(buffer, read)) {
				this.shelf.countSpill();
				this.file.end(GrowingFile.State.SPILLED);
				return false;
			}
		}
		if (this.draft.length() >= 0 && this.file.written() != this.draft.length()) {
			return broken("got " + this.file.written() + " of " + this.draft.length() + " bytes");
		}
		this.file.end(GrowingFile.State.COMPLETE);
		return true;
	}

	private boolean append(byte[] buffer, int length) {
		if (!this.reservation.covers(this.file.written() + length)) {
			return false;
		}
		try {
			this.file.append(buffer, length);
			this.reservation.wrote(length);
			this.checksum.update(buffer, 0, length);
			return true;
		}
		catch (IOException ex) {
			logger.atWarn().setCause(ex).log("Cache file cannot be written");
			return false;
		}
	}

	private boolean broken(String cause) {
		this.file.end(GrowingFile.State.BROKEN);
		logger.atWarn()
			.addKeyValue("object", this.draft.key().object())
			.addKeyValue("cause", cause)
			.log("Origin broke off");
		return false;
	}

	private boolean commit() {
		StoredObject object = new StoredObject(this.draft.key(), this.draft.generation(), this.draft.headers(),
				this.file.written(), (int) this.checksum.getValue(), this.draft.receivedAt(), this.draft.initialAge());
		try {
			this.file.force();
			return this.fetch.store(() -> this.shelf.add(object, this.reservation));
		}
		catch (IOException ex) {
			logger.atWarn().setCause(ex).log("Cache entry cannot be stored");
			return false;
		}
	}

}
