package cellar.catalog.resumption;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import cellar.catalog.artifact.Proof;
import cellar.catalog.store.MultipartStore;
import cellar.catalog.transfer.Digests;

/**
 * One writer's turn at an upload: bytes go through one buffer into parts, and what is
 * left at its end is kept for the next turn.
 */
class Turn {

	private final Session session;

	private final String key;

	private final String multipartId;

	private final UUID writer;

	private final MultipartStore store;

	private final Sessions sessions;

	private final Proof proof;

	private final byte[] buffer;

	private int filled;

	private long position;

	private long safe;

	private int nextPart;

	Turn(Session session, String key, String multipartId, UUID writer, MultipartStore store, Sessions sessions,
			Proof proof) {
		this.session = session;
		this.key = key;
		this.multipartId = multipartId;
		this.writer = writer;
		this.store = store;
		this.sessions = sessions;
		this.proof = proof;
		this.buffer = new byte[session.partSize()];
		this.position = session.position();
		this.safe = session.position();
		this.nextPart = session.nextPart();
	}

	/**
	 * Receives what a client sends, up to the end of the file.
	 * @param body the bytes from the upload's position on
	 * @throws IOException if the connection breaks; what has come before is safe
	 */
	void receive(InputStream body) throws IOException {
		byte[] tail = this.sessions.tail(this.session.uploadId());
		System.arraycopy(tail, 0, this.buffer, 0, tail.length);
		this.filled = tail.length;
		try {
			read(body);
		}
		finally {
			if (this.position > this.safe && this.filled > 0) {
				keepTail();
			}
		}
	}

	private void read(InputStream body) throws IOException {
		while (this.position < this.session.size()) {
			int wanted = (int) Math.min(this.buffer.length - this.filled, this.session.size() - this.position);
			int length = body.read(this.buffer, this.filled, wanted);
			if (length < 0) {
				return;
			}
			if (this.session.position() == 0) {
				this.proof.update(this.buffer, this.filled, length);
			}
			this.filled += length;
			this.position += length;
			if (this.filled == this.buffer.length || this.position == this.session.size()) {
				sendPart();
			}
		}
	}

	private void sendPart() {
		int length = this.filled;
		int number = this.nextPart;
		// Whatever becomes of the call, its bytes are no tail and its number is used.
		this.filled = 0;
		this.nextPart++;
		String tag = this.store.part(this.key, this.multipartId, number, this.buffer, length);
		this.sessions.notePart(this.session.uploadId(), this.writer, new MultipartStore.Part(number, tag),
				this.position);
		this.safe = this.position;
	}

	private void keepTail() {
		this.sessions.noteTail(this.session.uploadId(), this.writer, Arrays.copyOf(this.buffer, this.filled),
				this.position);
		this.safe = this.position;
	}

	long safe() {
		return this.safe;
	}

	boolean isWhole() {
		return this.safe == this.session.size();
	}

	int nextPart() {
		return this.nextPart;
	}

	// Those of the whole file, if all of it came in this turn.
	Digests.@Nullable Result digests() {
		return (this.session.position() == 0 && isWhole()) ? this.proof.result() : null;
	}

}
