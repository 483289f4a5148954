package cellar.catalog.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import cellar.catalog.layout.Refusal;
import cellar.catalog.layout.RefusedException;

/**
 * The content of a gzip file (RFC 1952) with all of its members, each checked. The
 * streams of the JDK let trailing bytes pass, others keep a name of any length.
 */
final class GzipMembers extends InputStream {

	private static final int MAX_NAME = 64 << 10;

	private static final int CHECKSUM = 2;

	private static final int EXTRA = 4;

	private static final int NAME = 8;

	private static final int COMMENT = 16;

	private final Inflater inflater = new Inflater(true);

	private final CRC32 checksum = new CRC32();

	private final PackedBytes file;

	private boolean within;

	private boolean ended;

	GzipMembers(InputStream file) {
		this.file = new PackedBytes(file);
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		while (!this.ended) {
			if (!this.within) {
				begin();
			}
			int read = inflate(bytes, offset, length);
			if (read > 0) {
				this.checksum.update(bytes, offset, read);
				return read;
			}
			if (this.inflater.finished()) {
				finish();
			}
		}
		return -1;
	}

	private int inflate(byte[] bytes, int offset, int length) throws IOException {
		try {
			int read = this.inflater.inflate(bytes, offset, length);
			if (this.inflater.needsDictionary()) {
				throw corrupt();
			}
			if (read == 0 && this.inflater.needsInput()) {
				this.file.giveTo(this.inflater);
			}
			return read;
		}
		catch (DataFormatException ex) {
			throw corrupt();
		}
	}

	private void begin() throws IOException {
		if (this.file.next() != 0x1f || this.file.next() != 0x8b) {
			throw new RefusedException(Refusal.TRAILING_DATA,
					"There is something behind the end of the gzip file; send the file as it was made");
		}
		int method = this.file.next();
		int flags = this.file.next();
		if (method != 8 || flags > 0x1f) {
			throw corrupt();
		}
		this.file.skip(6);
		if ((flags & EXTRA) != 0) {
			this.file.skip(this.file.number(2));
		}
		if ((flags & NAME) != 0) {
			skipText();
		}
		if ((flags & COMMENT) != 0) {
			skipText();
		}
		if ((flags & CHECKSUM) != 0) {
			this.file.skip(2);
		}
		this.within = true;
	}

	private void skipText() throws IOException {
		int length = 0;
		while (this.file.next() != 0) {
			if (++length > MAX_NAME) {
				throw corrupt();
			}
		}
	}

	private void finish() throws IOException {
		this.file.takeBack(this.inflater);
		long stated = this.file.number(4);
		long size = this.file.number(4);
		if (stated != this.checksum.getValue() || size != (this.inflater.getBytesWritten() & 0xffffffffL)) {
			throw corrupt();
		}
		this.inflater.reset();
		this.checksum.reset();
		this.within = false;
		this.ended = this.file.isAtEnd();
	}

	private static RefusedException corrupt() {
		return new RefusedException(Refusal.CORRUPT, "The gzip file is damaged; make it again, or send it again");
	}

	@Override
	public void close() throws IOException {
		this.inflater.end();
		this.file.close();
	}

}
