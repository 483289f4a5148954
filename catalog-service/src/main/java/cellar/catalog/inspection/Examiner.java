package cellar.catalog.inspection;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import cellar.catalog.layout.Compression;
import cellar.catalog.layout.FileFormat;
import cellar.catalog.layout.InspectionLimits;
import cellar.catalog.layout.Layout;
import cellar.catalog.layout.Refusal;
import cellar.catalog.layout.RefusedException;
import cellar.catalog.tarball.ImageCheck;
import cellar.catalog.tarball.TarballReader;

/**
 * Reads a file to its end and tells what it is, by its content and never by its name.
 */
class Examiner implements ImageCheck {

	private static final int CHUNK = 64 << 10;

	private final Handover file;

	private final InspectionLimits limits;

	Examiner(Handover file, InspectionLimits limits) {
		this.file = file;
		this.limits = limits;
	}

	/**
	 * Reads the file.
	 * @return what is in it
	 * @throws RefusedException if it is not kept
	 * @throws IOException if nobody wants to know any more
	 */
	Layout examine() throws IOException {
		return examine(this.file, Compression.NONE);
	}

	private Layout examine(InputStream content, Compression compression) throws IOException {
		BufferedInputStream in = new BufferedInputStream(content, Signature.HEAD);
		in.mark(Signature.HEAD);
		byte[] head = in.readNBytes(Signature.HEAD);
		in.reset();
		Signature signature = Signature.of(head);
		return switch (signature) {
			case GZIP -> unpack(in, compression, Compression.GZIP);
			case BZIP2 -> unpack(in, compression, Compression.BZIP2);
			case XZ -> unpack(in, compression, Compression.XZ);
			case ZSTD -> unpack(in, compression, Compression.ZSTD);
			case TAR -> tarball(in, compression);
			case QCOW2 -> qcow2(in, compression, Qcow2Header.of(head));
			case DISK -> disk(in, compression, head);
			case EMPTY, KERNEL, ARCHIVE, FOREIGN_DISK, MARKUP, TEXT -> throw Unfit.of(signature);
			case UNKNOWN -> {
				// Checksums stand at the end: what seems unknown may be damaged.
				size(in);
				throw Unfit.of(signature);
			}
		};
	}

	private Layout unpack(InputStream in, Compression outer, Compression compression) throws IOException {
		if (outer != Compression.NONE) {
			throw new RefusedException(Refusal.UNSUPPORTED_FORMAT,
					"There is a %s file within a %s file; compress the image once".formatted(compression.label(),
							outer.label()));
		}
		try (Unpacked content = Unpacked.of(in, compression, this.file, this.limits)) {
			return examine(content, compression);
		}
	}

	private Layout tarball(InputStream in, Compression compression) throws IOException {
		if (compression != Compression.GZIP) {
			throw new RefusedException(Refusal.UNSUPPORTED_FORMAT,
					"Clients of eustore read a tarball under gzip only, and this one is %s; pack it with 'tar -czf'"
						.formatted(
								(compression == Compression.NONE) ? "uncompressed" : "under " + compression.label()));
		}
		return new TarballReader(in, this.limits, this).read();
	}

	private Layout qcow2(InputStream in, Compression compression, Qcow2Header header) throws IOException {
		long size = size(in);
		header.check(size);
		return Layout.disk(FileFormat.QCOW2, compression, size, header.diskSize());
	}

	private Layout disk(InputStream in, Compression compression, byte[] head) throws IOException {
		Optional<PartitionTable> table = PartitionTable.in(head);
		long size = size(in);
		table.ifPresent((partitions) -> partitions.check(size));
		return Layout.disk(FileFormat.RAW, compression, size, size);
	}

	private static long size(InputStream in) throws IOException {
		byte[] buffer = new byte[CHUNK];
		long size = 0;
		for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
			size += read;
		}
		return size;
	}

	@Override
	public int headSize() {
		return Signature.HEAD;
	}

	@Override
	public Optional<String> check(String path, byte[] head) {
		Signature signature = Signature.of(head);
		return switch (signature) {
			case EMPTY, MARKUP, FOREIGN_DISK -> throw new RefusedException(Unfit.of(signature).refusal(),
					"The image '%s' is no disk: %s".formatted(path, Unfit.of(signature).sentence()));
			case DISK, TEXT, UNKNOWN -> Optional.empty();
			case QCOW2 -> {
				// A cloud that looks inside would follow it to files of its own.
				Qcow2Header.of(head);
				yield noRawDisk(path);
			}
			case GZIP, BZIP2, XZ, ZSTD, TAR, KERNEL, ARCHIVE -> noRawDisk(path);
		};
	}

	private static Optional<String> noRawDisk(String path) {
		return Optional
			.of("The image '%s' is no raw disk; clients of eustore register it as if it were.".formatted(path));
	}

}
