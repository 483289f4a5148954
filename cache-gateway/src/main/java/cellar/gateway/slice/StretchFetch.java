package cellar.gateway.slice;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

import org.jspecify.annotations.Nullable;

import cellar.gateway.disk.ObjectFile;
import cellar.gateway.disk.SliceTable;
import cellar.gateway.origin.OriginBody;
import cellar.gateway.version.PartBody;
import cellar.gateway.version.Source;

/**
 * Carries out one stretch: one request to the origin, its bytes to the file, slice by
 * slice, at the pace of the origin.
 */
final class StretchFetch implements Runnable {

	private static final int CHUNK = 128 * 1024;

	private final byte[] chunk = new byte[CHUNK];

	private final CRC32C checksum = new CRC32C();

	private final Progress progress;

	private final ObjectFile file;

	private final Stretch stretch;

	private final Source source;

	private final Store store;

	private final SliceTable slices;

	/** Space of the slice that is on its way, which the file does not have yet. */
	private long promised;

	StretchFetch(Progress progress, ObjectFile file, Stretch stretch, Source source, Store store) {
		this.progress = progress;
		this.file = file;
		this.stretch = stretch;
		this.source = source;
		this.store = store;
		this.slices = file.slices();
	}

	@Override
	public void run() {
		IOException failure;
		try {
			failure = fetch();
		}
		catch (RuntimeException | Error ex) {
			end(new IOException("The fetch failed unexpectedly", ex));
			throw ex;
		}
		end(failure);
	}

	private void end(@Nullable IOException failure) {
		take();
		this.progress.ended(this.stretch, failure);
	}

	private @Nullable IOException fetch() {
		int slice = this.stretch.first();
		int asked = this.stretch.end();
		if (!claim(slice)) {
			return full();
		}
		try (PartBody body = this.source.open(this.slices.start(slice), this.slices.end(asked - 1))) {
			if (body.goesOn()) {
				// Whoever asks such an origin again gets all of it again.
				long before = this.slices.end(asked - 1);
				asked = this.progress.extend(this.stretch, asked);
				body.extend(this.slices.end(asked - 1) - before);
			}
			while (true) {
				copy(body, slice);
				take();
				if (slice + 1 == asked) {
					drain(body);
				}
				boolean more = this.progress.finished(this.stretch, (int) this.checksum.getValue());
				this.store.grew();
				slice++;
				if (!more) {
					return null;
				}
				if (!claim(slice)) {
					return full();
				}
			}
		}
		catch (IOException ex) {
			return ex;
		}
	}

	private static IOException full() {
		return new NotStoredException("There is no room in the cache");
	}

	private boolean claim(int slice) {
		if (this.slices.isTouched(slice)) {
			return true;
		}
		long bytes = this.slices.slicing().footprint(slice);
		boolean given = this.store.reserve(bytes);
		if (given) {
			// Even if it does not come whole, it keeps its space.
			this.slices.touch(slice);
			this.promised = bytes;
		}
		return given;
	}

	private void take() {
		this.store.take(this.promised);
		this.promised = 0;
	}

	/**
	 * Copies one slice.
	 * @param body the bytes
	 * @param slice the slice
	 * @throws IOException if the origin broke off or the disk failed
	 */
	private void copy(OriginBody body, int slice) throws IOException {
		this.checksum.reset();
		Checksum proving = this.progress.proving();
		long end = this.slices.end(slice);
		for (long position = this.slices.start(slice); position < end;) {
			// What comes after belongs to the next slice.
			int read = body.read(this.chunk, 0, (int) Math.min(end - position, CHUNK));
			if (read < 0) {
				throw new EOFException("The origin ended at " + position);
			}
			write(ByteBuffer.wrap(this.chunk, 0, read), position);
			this.checksum.update(this.chunk, 0, read);
			if (proving != null) {
				proving.update(this.chunk, 0, read);
			}
			position += read;
			if (position < end) {
				this.progress.wrote(this.stretch, position);
			}
		}
		if (proving != null) {
			this.progress.proved(slice, proving.getValue());
		}
	}

	private void write(ByteBuffer bytes, long position) throws IOException {
		try {
			this.file.write(bytes, position);
		}
		catch (IOException ex) {
			throw new NotStoredException("The cache file cannot be written", ex);
		}
	}

	// Reads the end, so that the connection can be used again: at once, as the proof of
	// the object may need it.
	private void drain(OriginBody body) throws IOException {
		if (body.read(this.chunk, 0, 1) >= 0) {
			throw new IOException("The origin gave more than was asked for");
		}
	}

}
