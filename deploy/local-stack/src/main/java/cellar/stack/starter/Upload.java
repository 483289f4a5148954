package cellar.stack.starter;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A tarball on its way, which tells how far it is.
 */
final class Upload extends FilterInputStream {

	private static final long QUARTERS_FROM = 16L << 20;

	private final long total;

	private final Consumer<String> progress;

	private long sent;

	private int quarters;

	private Upload(InputStream in, long total, Consumer<String> progress) {
		super(in);
		this.total = total;
		this.progress = progress;
	}

	static BodyPublisher of(Tarball tarball, Consumer<String> progress) {
		return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> {
			try {
				return new Upload(Files.newInputStream(tarball.file()), tarball.size(), progress);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}), tarball.size());
	}

	@Override
	public int read() throws IOException {
		int value = super.read();
		count((value < 0) ? 0 : 1);
		return value;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int read = super.read(buffer, offset, length);
		count(Math.max(0, read));
		return read;
	}

	// Small uploads report only their end.
	private void count(int bytes) {
		this.sent += bytes;
		int reached = (int) (4 * this.sent / this.total);
		if (reached > this.quarters) {
			this.quarters = reached;
			if (this.total >= QUARTERS_FROM || reached == 4) {
				this.progress.accept(String.format(Locale.ROOT, "%.1f of %.1f MiB (%d %%)", mebibytes(this.sent),
						mebibytes(this.total), 100 * this.sent / this.total));
			}
		}
	}

	private static double mebibytes(long bytes) {
		return bytes / 1048576.0;
	}

}
