package cellar.stack.starter;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * The tarball of a starter image, the same bytes at every call.
 *
 * @param file where it was written
 * @param size bytes
 * @param sha256 the hash in lower-case hex
 */
record Tarball(Path file, long size, String sha256) {

	private static final int CHUNK = 64 << 10;

	private static final String NOTICE = """
			A stand-in made by the local stack. Names and layout are those of a real image; the content is random
			and boots nothing.
			""";

	static Tarball write(StarterImage image, Path directory) throws IOException {
		Path file = Files.createDirectories(directory).resolve(image.fileName());
		MessageDigest digest = DigestUtils.getSha256Digest();
		try (OutputStream out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file), CHUNK),
				digest); TarArchiveOutputStream tar = new TarArchiveOutputStream(new Uncompressing(out))) {
			long time = time(image);
			directory(tar, image.directory() + "/", time);
			text(tar, image.directory() + "/README", NOTICE, time);
			String folder = "";
			for (TarFile content : image.files()) {
				String parent = content.path().substring(0, content.path().indexOf('/') + 1);
				if (!parent.equals(folder) && !parent.isEmpty()) {
					directory(tar, image.directory() + "/" + parent, time);
				}
				folder = parent;
				random(tar, image, content, time);
			}
		}
		return new Tarball(file, Files.size(file), HexFormat.of().formatHex(digest.digest()));
	}

	private static void directory(TarArchiveOutputStream tar, String path, long time) throws IOException {
		put(tar, path, 0, TarArchiveEntry.DEFAULT_DIR_MODE, time);
		tar.closeArchiveEntry();
	}

	private static void text(TarArchiveOutputStream tar, String path, String text, long time) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		put(tar, path, bytes.length, TarArchiveEntry.DEFAULT_FILE_MODE, time);
		tar.write(bytes);
		tar.closeArchiveEntry();
	}

	private static void random(TarArchiveOutputStream tar, StarterImage image, TarFile content, long time)
			throws IOException {
		String path = image.directory() + "/" + content.path();
		put(tar, path, content.size(), TarArchiveEntry.DEFAULT_FILE_MODE, time);
		// The hash of a String is fixed by its specification.
		SplittableRandom random = new SplittableRandom(31L * image.name().hashCode() + path.hashCode());
		byte[] chunk = new byte[CHUNK];
		for (int written = 0; written < content.size(); written += chunk.length) {
			random.nextBytes(chunk);
			if (written == 0) {
				System.arraycopy(content.mark(), 0, chunk, content.markOffset(), content.mark().length);
			}
			tar.write(chunk, 0, Math.min(chunk.length, content.size() - written));
		}
		tar.closeArchiveEntry();
	}

	private static void put(TarArchiveOutputStream tar, String path, long size, int mode, long time)
			throws IOException {
		TarArchiveEntry entry = new TarArchiveEntry(path,
				path.endsWith("/") ? TarConstants.LF_DIR : TarConstants.LF_NORMAL);
		entry.setSize(size);
		entry.setMode(mode);
		entry.setModTime(time);
		entry.setUserId(0);
		entry.setGroupId(0);
		tar.putArchiveEntry(entry);
	}

	private static long time(StarterImage image) {
		return LocalDateTime.parse(image.date(), DateTimeFormatter.ofPattern("yyyyMMddHHmmss"))
			.toInstant(ZoneOffset.UTC)
			.toEpochMilli();
	}

	/**
	 * The gzip format without compression: random bytes do not get smaller, only the
	 * start slower.
	 */
	private static final class Uncompressing extends GZIPOutputStream {

		Uncompressing(OutputStream out) throws IOException {
			super(out, CHUNK);
			this.def.setLevel(Deflater.NO_COMPRESSION);
		}

	}

}
