package cellar.gateway.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.slice.NotStoredException;
import cellar.gateway.slice.SliceReader;
import cellar.gateway.slice.Span;
import cellar.gateway.store.StoredObject;

/**
 * One reader's view of a copy, of which some slices may be still to come. What the disk
 * does not take comes from the origin.
 */
final class SlicedBody implements Body {

	private static final Logger logger = LoggerFactory.getLogger(SlicedBody.class);

	private final StoredObject object;

	private final SliceReader reader;

	private final LiveBody rest;

	private final long length;

	private final long end;

	private boolean live;

	private boolean closed;

	/**
	 * Opens a body.
	 * @param object the copy, with a lease that goes over to this
	 * @param rest where bytes come from that the disk does not take
	 * @param end offset of the first byte that is not wanted
	 */
	SlicedBody(StoredObject object, LiveBody rest, long end) {
		this.object = object;
		this.reader = object.slices().read();
		this.rest = rest;
		this.length = object.slices().length();
		this.end = end;
	}

	/**
	 * Waits until a byte can be read.
	 * @param position where it is
	 * @throws IOException if it never will be
	 */
	void await(long position) throws IOException {
		if (position < this.length) {
			span(position);
		}
	}

	private @Nullable Span span(long position) throws IOException {
		try {
			// Whoever reads on behind what he wanted at first wants the rest as well.
			return Blocking.get(this.reader.next(position, (position < this.end) ? this.end : this.length));
		}
		catch (NotStoredException ex) {
			this.live = true;
			return null;
		}
	}

	@Override
	public int read(ByteBuffer buffer, long position) throws IOException {
		if (position >= this.length) {
			return -1;
		}
		Span span = this.live ? null : span(position);
		int read = (span != null) ? read(span, buffer) : -1;
		return (read > 0) ? read : this.rest.read(buffer, position);
	}

	/**
	 * Reads from the file.
	 * @param span where the bytes are
	 * @param buffer where to put them
	 * @return how many were read, or less than 1 if the disk does not give them
	 */
	private int read(Span span, ByteBuffer buffer) {
		int limit = buffer.limit();
		buffer.limit((int) Math.min(limit, buffer.position() + span.length()));
		try {
			return span.file().read(buffer, span.position());
		}
		catch (IOException ex) {
			// The origin still has them.
			logger.atWarn()
				.addKeyValue("object", this.object.head().key())
				.addKeyValue("cause", ex.toString())
				.log("Cache file cannot be read");
			this.live = true;
			return -1;
		}
		finally {
			buffer.limit(limit);
		}
	}

	@Override
	public @Nullable FileChannel file(long first, long length) {
		return this.object.slices().file(first, first + length);
	}

	@Override
	public void close() {
		if (!this.closed) {
			this.closed = true;
			this.reader.close();
			this.rest.close();
			this.object.release();
		}
	}

}
