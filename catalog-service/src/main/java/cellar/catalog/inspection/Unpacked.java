package cellar.catalog.inspection;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

import cellar.catalog.layout.Compression;
import cellar.catalog.layout.InspectionLimits;
import cellar.catalog.layout.Refusal;
import cellar.catalog.layout.RefusedException;

/**
 * What a compressed file unpacks to, as long as it stays within its limits. The many ways
 * in which libraries say that a file is damaged become one.
 */
final class Unpacked extends InputStream {

	private final InputStream content;

	private final Compression compression;

	private final Handover file;

	private final InspectionLimits limits;

	private long count;

	private Unpacked(InputStream content, Compression compression, Handover file, InspectionLimits limits) {
		this.content = content;
		this.compression = compression;
		this.file = file;
		this.limits = limits;
	}

	static Unpacked of(InputStream packed, Compression compression, Handover file, InspectionLimits limits)
			throws IOException {
		try {
			InputStream content = switch (compression) {
				case NONE -> packed;
				case GZIP -> new GzipMembers(packed);
				case BZIP2 -> new BZip2CompressorInputStream(packed, true);
				case XZ -> new XZInputStream(packed, limits.maxDictionarySize() >> 10);
				case ZSTD -> new ZstdInputStreamNoFinalizer(packed);
			};
			return new Unpacked(content, compression, file, limits);
		}
		catch (IOException ex) {
			throw refusal(compression, ex);
		}
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		this.file.checkOpen();
		int read = unpack(bytes, offset, length);
		if (read > 0) {
			this.count += read;
			checkCount();
		}
		return read;
	}

	private int unpack(byte[] bytes, int offset, int length) throws IOException {
		try {
			return this.content.read(bytes, offset, length);
		}
		catch (IOException ex) {
			throw refusal(this.compression, ex);
		}
		catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException ex) {
			// Damaged blocks of bzip2 lead to indexes that are not there.
			throw damaged(this.compression);
		}
	}

	private void checkCount() {
		long allowed = Math.max(this.limits.freeExpandedSize(), this.file.count() * this.limits.maxRatio());
		if (this.count > Math.min(allowed, this.limits.maxExpandedSize())) {
			throw new RefusedException(Refusal.TOO_LARGE,
					"The %s file unpacks to more than %d bytes, or to more than %d times its own size".formatted(
							this.compression.label(), Math.min(allowed, this.limits.maxExpandedSize()),
							this.limits.maxRatio()));
		}
	}

	private static RuntimeException refusal(Compression compression, IOException ex) throws IOException {
		if (ex instanceof Handover.ClosedException) {
			throw ex;
		}
		if (ex instanceof MemoryLimitException) {
			return new RefusedException(Refusal.TOO_LARGE,
					"Unpacking the xz file takes more memory than is allowed; pack it again with 'xz -6'");
		}
		return (isTruncated(ex))
				? new RefusedException(Refusal.TRUNCATED,
						"The %s file ends too early; send the whole file".formatted(compression.label()))
				: damaged(compression);
	}

	private static boolean isTruncated(IOException ex) {
		String message = String.valueOf(ex.getMessage());
		return ex instanceof EOFException || message.contains("end of stream") || message.startsWith("Truncated");
	}

	private static RefusedException damaged(Compression compression) {
		return new RefusedException(Refusal.CORRUPT,
				"The %s file is damaged, or something follows behind its end; make it again, or send it again"
					.formatted(compression.label()));
	}

	@Override
	public void close() throws IOException {
		this.content.close();
	}

}
