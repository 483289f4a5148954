package cellar.catalog.inspection;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;

import cellar.catalog.layout.Refusal;
import cellar.catalog.layout.RefusedException;

/**
 * The bytes of a gzip file, of which an inflater takes more than it uses.
 */
class PackedBytes implements Closeable {

	private static final int BUFFER = 64 << 10;

	private final InputStream in;

	private final byte[] buffer = new byte[BUFFER];

	private int position;

	private int end;

	PackedBytes(InputStream in) {
		this.in = in;
	}

	boolean isAtEnd() throws IOException {
		if (this.position < this.end) {
			return false;
		}
		this.position = 0;
		this.end = Math.max(0, this.in.read(this.buffer));
		return this.end == 0;
	}

	private void require() throws IOException {
		if (isAtEnd()) {
			throw new RefusedException(Refusal.TRUNCATED, "The gzip file ends too early; send the whole file");
		}
	}

	int next() throws IOException {
		require();
		return this.buffer[this.position++] & 0xff;
	}

	long number(int bytes) throws IOException {
		long number = 0;
		for (int i = 0; i < bytes; i++) {
			number |= (long) next() << 8 * i;
		}
		return number;
	}

	void skip(long count) throws IOException {
		for (long i = 0; i < count; i++) {
			next();
		}
	}

	void giveTo(Inflater inflater) throws IOException {
		require();
		inflater.setInput(this.buffer, this.position, this.end - this.position);
		this.position = this.end;
	}

	void takeBack(Inflater inflater) {
		this.position = this.end - inflater.getRemaining();
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

}
