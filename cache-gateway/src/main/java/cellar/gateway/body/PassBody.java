package cellar.gateway.body;

import java.io.IOException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cellar.gateway.fetch.FetchResult;
import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.Piece;
import cellar.gateway.pass.WholePass;
import cellar.gateway.slice.Span;

/**
 * One reader's view of a body that comes in one pass. Where the pass ends too early, the
 * rest comes from the origin, if it can be told from that of another version.
 */
public final class PassBody implements Body {

	private final ReaderWait wait = new ReaderWait();

	private final FetchResult.Whole copy;

	private @Nullable IOException trouble;

	private volatile @Nullable LiveBody rest;

	private boolean closed;

	/**
	 * Opens a body.
	 * @param copy the pass, with a lease that goes over to this
	 */
	public PassBody(FetchResult.Whole copy) {
		this.copy = copy;
	}

	@Override
	public Piece next(long position, long end) throws IOException {
		if (this.rest == null && this.trouble == null) {
			try {
				Optional<Span> span = this.wait.await(this.copy.pass().next(position, end));
				return span.isPresent() ? inFile(span.get()) : new Piece.End();
			}
			catch (IOException ex) {
				this.wait.requireReader();
				this.trouble = ex;
			}
		}
		return rest(position).next(position, end);
	}

	private static Piece inFile(Span span) {
		return new Piece.InFile(span.file(), span.position(), span.length());
	}

	private LiveBody rest(long position) throws IOException {
		LiveBody current = this.rest;
		if (current == null) {
			current = open(position);
			this.rest = current;
			this.wait.requireReader();
		}
		return current;
	}

	private LiveBody open(long position) throws IOException {
		WholePass.Rest refused = this.copy.pass().takeRest(position);
		if (refused != null) {
			return new LiveBody(this.copy.source(), refused.body(), refused.position());
		}
		if (!this.copy.source().isStrong()) {
			throw (this.trouble != null) ? this.trouble : new IOException("The body cannot be gone on with");
		}
		return new LiveBody(this.copy.source(), null, 0);
	}

	@Override
	public void distrust(Piece.InFile piece, IOException cause) {
		this.trouble = cause;
	}

	@Override
	public void abandon() {
		this.wait.end();
		LiveBody current = this.rest;
		if (current != null) {
			current.abandon();
		}
	}

	@Override
	public void close() {
		if (!this.closed) {
			this.closed = true;
			this.copy.release();
			LiveBody current = this.rest;
			if (current != null) {
				current.close();
			}
		}
	}

}
