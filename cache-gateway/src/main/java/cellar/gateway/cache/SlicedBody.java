package cellar.gateway.cache;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

import org.jspecify.annotations.Nullable;

import cellar.gateway.slice.NotStoredException;
import cellar.gateway.slice.SliceReader;
import cellar.gateway.slice.Span;
import cellar.gateway.store.StoredObject;

/**
 * One reader's view of a copy, of which some slices may be still to come. What the disk
 * does not take comes from the origin.
 */
final class SlicedBody implements Body {

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
		return (span != null) ? read(span, buffer) : this.rest.read(buffer, position);
	}

	private static int read(Span span, ByteBuffer buffer) throws IOException {
		int limit = buffer.limit();
		buffer.limit((int) Math.min(limit, buffer.position() + span.length()));
		try {
			int read = span.file().read(buffer, span.position());
			if (read < 0) {
				throw new EOFException("The cache file has become shorter");
			}
			return read;
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
