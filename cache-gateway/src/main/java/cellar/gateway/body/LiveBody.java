package cellar.gateway.body;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.Piece;
import cellar.gateway.origin.OriginBody;
import cellar.gateway.version.OriginSource;

/**
 * A body straight from the origin, for one client only. It goes on with a new request
 * where the one at hand does not reach, and only within the same version of the object.
 */
public final class LiveBody implements Body {

	private static final int CHUNK = 64 * 1024;

	/** What is left out rather than asked for anew. */
	private static final int NEAR = 4 << 20;

	/** What is left out without a look whether it is wanted yet. */
	private static final int STEP = 1 << 20;

	private final ReaderWait wait = new ReaderWait();

	private final OriginSource source;

	private @Nullable OriginBody body;

	private byte @Nullable [] chunk;

	private long position;

	/**
	 * Opens a body.
	 * @param source the version that it is
	 * @param body bytes that are on their way already
	 * @param position offset of the first of them
	 */
	public LiveBody(OriginSource source, @Nullable OriginBody body, long position) {
		this.source = source;
		this.body = body;
		this.position = position;
	}

	@Override
	public Piece next(long from, long end) throws IOException {
		this.wait.requireReader();
		OriginBody at = at(from, end);
		int most = (int) Math.min(end - from, CHUNK);
		byte[] bytes = chunk(most);
		int read = at.read(bytes, 0, most);
		if (read < 0 && from < this.source.length() && this.source.isStrong()) {
			// It was a part only.
			read = open(from, end).read(bytes, 0, most);
		}
		if (read < 0) {
			return new Piece.End();
		}
		this.position += read;
		return new Piece.InMemory(ByteBuffer.wrap(bytes, 0, read));
	}

	private OriginBody at(long from, long end) throws IOException {
		OriginBody current = this.body;
		if (current == null || from < this.position || (this.source.isStrong() && from - this.position > NEAR)
				|| !skip(current, from - this.position)) {
			current = open(from, end);
		}
		this.position = from;
		return current;
	}

	private boolean skip(OriginBody current, long bytes) throws IOException {
		for (long left = bytes; left > 0; left -= STEP) {
			this.wait.requireReader();
			if (!current.skip(Math.min(left, STEP))) {
				return false;
			}
		}
		return true;
	}

	private OriginBody open(long from, long end) throws IOException {
		close();
		OriginBody opened = this.source.open(from, (end < Long.MAX_VALUE) ? end : -1);
		this.body = opened;
		return opened;
	}

	private byte[] chunk(int length) {
		byte[] bytes = this.chunk;
		if (bytes == null || bytes.length < length) {
			bytes = new byte[length];
			this.chunk = bytes;
		}
		return bytes;
	}

	@Override
	public void abandon() {
		this.wait.end();
	}

	@Override
	public void close() {
		if (this.body != null) {
			this.body.close();
			this.body = null;
		}
	}

}
