package cellar.catalog.inspection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import com.github.luben.zstd.ZstdOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

import cellar.catalog.layout.Compression;

/**
 * Files as publishers send them, and the pieces that make others of them.
 */
final class Samples {

	private Samples() {
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	static byte[] noise(int length) {
		byte[] bytes = new byte[length];
		new Random(20_261_127).nextBytes(bytes);
		return bytes;
	}

	static byte[] with(byte[] bytes, int offset, String hex) {
		byte[] mark = HexFormat.of().parseHex(hex);
		System.arraycopy(mark, 0, bytes, offset, mark.length);
		return bytes;
	}

	// One file system, no partitions.
	static byte[] disk() {
		return with(noise(100 << 10), 0x438, "53ef");
	}

	static ByteBuffer qcow2(int version) {
		ByteBuffer image = ByteBuffer.allocate(256 << 10);
		image.putInt(0, 0x514649fb).putInt(4, version).putInt(20, 16).putLong(24, 10L << 30);
		image.putInt(36, 20).putLong(40, 3 << 16).putLong(48, 1 << 16).putInt(56, 1);
		return (version == 3) ? image.putInt(96, 4).putInt(100, 104) : image;
	}

	static byte[] pack(byte[] content, Compression compression) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (OutputStream out = compressing(file, compression)) {
			out.write(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

	private static OutputStream compressing(OutputStream file, Compression compression) throws IOException {
		return switch (compression) {
			case NONE -> file;
			case GZIP -> new GZIPOutputStream(file);
			case BZIP2 -> new BZip2CompressorOutputStream(file, 1);
			case XZ -> new XZOutputStream(file, new LZMA2Options(1));
			case ZSTD -> new ZstdOutputStream(file).setChecksum(true);
		};
	}

	static byte[] join(byte[]... pieces) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		for (byte[] piece : pieces) {
			file.writeBytes(piece);
		}
		return file.toByteArray();
	}

}
