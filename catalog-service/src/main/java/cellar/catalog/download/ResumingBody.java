package cellar.catalog.download;

import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

import cellar.catalog.source.RemoteFile;
import cellar.catalog.source.SourceException;

/**
 * The bytes of a file, whose connection may break: the rest is asked for (RFC 9110,
 * 14.2), if the server can tell that it is the rest of the same file (13.1.5).
 */
class ResumingBody extends InputStream {

	private static final int MAX_BREAKS_WITHOUT_PROGRESS = 3;

	private static final int MAX_BREAKS = 1000;

	private final RemoteSource source;

	private final @Nullable String validator;

	private final long size;

	private final Watch watch;

	private RemoteFile current;

	private long position;

	private int breaks;

	private int breaksInAll;

	/**
	 * Creates a body.
	 * @param source where the rest comes from
	 * @param first the answer that it begins with
	 * @param validator names the file that it is of, if the server does
	 * @param position where that answer begins
	 * @param size bytes in all
	 * @param watch may end it
	 */
	ResumingBody(RemoteSource source, RemoteFile first, @Nullable String validator, long position, long size,
			Watch watch) {
		this.source = source;
		this.validator = validator;
		this.position = position;
		this.size = size;
		this.watch = watch;
		this.current = first;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) > 0) ? (one[0] & 0xff) : -1;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) {
		if (length == 0) {
			return 0;
		}
		// Once: a server that makes us ask again is waited for just as well.
		this.watch.asks();
		while (this.position < this.size) {
			int count = attempt(buffer, offset, (int) Math.min(length, this.size - this.position));
			if (count > 0) {
				if (this.position == 0 && buffer[offset] == '<') {
					throw SourceException.lasting("The address answers with a page, not with a file");
				}
				this.position += count;
				this.breaks = 0;
				this.watch.has(this.position);
				return count;
			}
			resume();
		}
		return -1;
	}

	private int attempt(byte[] buffer, int offset, int length) {
		try {
			return this.current.body().read(buffer, offset, length);
		}
		catch (IOException ex) {
			// Asked for again below, as if it had ended.
			return -1;
		}
	}

	private void resume() {
		this.watch.has(this.position);
		this.breaks++;
		this.breaksInAll++;
		String known = this.validator;
		if (known == null || this.breaks > MAX_BREAKS_WITHOUT_PROGRESS || this.breaksInAll > MAX_BREAKS) {
			throw SourceException
				.passing("The connection broke after %d of %d bytes".formatted(this.position, this.size));
		}
		this.current.close();
		this.current = this.source.rest(this.position, this.size, known);
	}

	@Override
	public void close() {
		this.current.close();
	}

	/**
	 * Called while bytes arrive, and may end that by an exception.
	 */
	interface Watch {

		/**
		 * Called before bytes are waited for.
		 */
		void asks();

		/**
		 * Called after that.
		 * @param bytes how many have arrived in all
		 */
		void has(long bytes);

	}

}
