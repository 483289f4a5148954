package cellar.gateway.body;

import java.io.IOException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.Piece;
import cellar.gateway.slice.NotStoredException;
import cellar.gateway.slice.SliceReader;
import cellar.gateway.slice.Span;
import cellar.gateway.store.StoredObject;

/**
 * One reader's view of a copy, of which some slices may be still to come. What the disk
 * does not take or give comes from the origin.
 */
public final class SlicedBody implements Body {

	private static final Logger logger = LoggerFactory.getLogger(SlicedBody.class);

	private final ReaderWait wait = new ReaderWait();

	private final StoredObject object;

	private @Nullable SliceReader reader;

	private final LiveBody rest;

	private final long length;

	/** Up to where bytes come from the origin, because the disk has refused a slice. */
	private long liveUntil;

	private boolean closed;

	/**
	 * Opens a body.
	 * @param object the copy, with a lease that goes over to this
	 */
	public SlicedBody(StoredObject object) {
		this.object = object;
		this.rest = new LiveBody(object.source(), null, 0);
		this.length = object.slices().length();
	}

	/**
	 * Waits until a byte can be read.
	 * @param position where it is
	 * @param end offset of the first byte that is not wanted
	 * @throws IOException if it never will be
	 */
	public void await(long position, long end) throws IOException {
		if (position < Math.min(end, this.length)) {
			span(position, Math.min(end, this.length));
		}
	}

	@Override
	public Piece next(long position, long end) throws IOException {
		if (position >= this.length) {
			return new Piece.End();
		}
		long wanted = Math.min(end, this.length);
		if (position >= this.liveUntil) {
			// Others may need the connection, and this one may not for long.
			this.rest.close();
			Span span = span(position, wanted);
			if (span != null) {
				return new Piece.InFile(span.file(), span.position(), span.length());
			}
		}
		return this.rest.next(position, Math.min(wanted, this.liveUntil));
	}

	private @Nullable Span span(long position, long end) throws IOException {
		try {
			return this.wait.await(reader().next(position, end));
		}
		catch (NotStoredException ex) {
			goLive(position);
			return null;
		}
	}

	private SliceReader reader() {
		SliceReader current = this.reader;
		if (current == null) {
			// Not before something has to be waited for: a hit does without.
			current = this.object.slices().read();
			this.reader = current;
		}
		return current;
	}

	@Override
	public @Nullable Piece ready(long first, long end) {
		Span span = this.object.slices().ready(first, Math.min(end, this.length));
		return (span != null && first + span.length() == end)
				? new Piece.InFile(span.file(), span.position(), span.length()) : null;
	}

	@Override
	public void distrust(Piece.InFile piece, IOException cause) {
		logger.atWarn()
			.addKeyValue("object", this.object.head().key())
			.addKeyValue("cause", cause.toString())
			.log("Cache file cannot be read");
		this.object.slices().distrust(piece.first(), piece.first() + piece.length());
		goLive(piece.first());
	}

	// There may be room again for the slice after this one.
	private void goLive(long position) {
		this.liveUntil = this.object.slices().sliceEnd(position);
	}

	@Override
	public void abandon() {
		this.wait.end();
		this.rest.abandon();
	}

	@Override
	public void close() {
		if (!this.closed) {
			this.closed = true;
			if (this.reader != null) {
				this.reader.close();
			}
			else {
				this.object.slices().leaveUnread();
			}
			this.rest.close();
			this.object.release();
		}
	}

}
