package cellar.gateway.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cellar.gateway.slice.Span;
import cellar.gateway.slice.WholePass;

/**
 * One reader's view of a body that comes in one pass. Where the pass ends too early, the
 * rest comes from the origin, if it can be told from that of another version.
 */
final class PassBody implements Body {

	private final FetchResult.Whole copy;

	private @Nullable LiveBody rest;

	private boolean closed;

	/**
	 * Opens a body.
	 * @param copy the pass, with a lease that goes over to this
	 */
	PassBody(FetchResult.Whole copy) {
		this.copy = copy;
	}

	@Override
	public int read(ByteBuffer buffer, long position) throws IOException {
		if (this.rest == null) {
			try {
				Optional<Span> span = Blocking.get(this.copy.pass().next(position, position + buffer.remaining()));
				return span.isPresent() ? read(span.get(), buffer) : -1;
			}
			catch (IOException ex) {
				this.rest = rest(position, ex);
			}
		}
		return this.rest.read(buffer, position);
	}

	private static int read(Span span, ByteBuffer buffer) throws IOException {
		int limit = buffer.limit();
		buffer.limit((int) (buffer.position() + span.length()));
		try {
			return span.file().read(buffer, span.position());
		}
		finally {
			buffer.limit(limit);
		}
	}

	private LiveBody rest(long position, IOException cause) throws IOException {
		WholePass.Rest refused = this.copy.pass().takeRest(position);
		if (refused != null) {
			return new LiveBody(this.copy.source(), refused.body(), refused.position());
		}
		if (!this.copy.source().isStrong()) {
			throw cause;
		}
		return new LiveBody(this.copy.source(), null, 0);
	}

	@Override
	public void close() {
		if (!this.closed) {
			this.closed = true;
			this.copy.release();
			if (this.rest != null) {
				this.rest.close();
			}
		}
	}

}
