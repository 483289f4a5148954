package cellar.catalog.tarball;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * A tarball written block by block, so that it may break any rule.
 */
public class TarballBuilder {

	private static final int BLOCK = 512;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	/**
	 * Returns a tarball that is kept: one directory, one image, without kernels.
	 * @param content the bytes of the image
	 * @return the file
	 */
	public static byte[] image(byte[] content) {
		return new TarballBuilder().directory("image/").file("image/image.img", content).gzip();
	}

	public TarballBuilder directory(String name) {
		return header(name, '5', "0", "");
	}

	public TarballBuilder file(String name, String content) {
		return file(name, content.getBytes(StandardCharsets.UTF_8));
	}

	public TarballBuilder file(String name, byte[] content) {
		return header(name, '0', Integer.toOctalString(content.length), "").data(content);
	}

	public TarballBuilder link(String name, char type, String target) {
		return header(name, type, "0", target);
	}

	/**
	 * Adds a header whose content is itself about the next member.
	 * @param type its letter
	 * @param content what it says
	 * @return the tarball
	 */
	public TarballBuilder meta(char type, String content) {
		byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
		return header("meta", type, Integer.toOctalString(bytes.length), "").data(bytes);
	}

	/**
	 * Adds a header of PAX with one record.
	 * @param key its key
	 * @param value its value
	 * @return the tarball
	 */
	public TarballBuilder pax(String key, String value) {
		return meta('x', record(key, value));
	}

	static String record(String key, String value) {
		int bare = (" " + key + "=" + value + "\n").getBytes(StandardCharsets.UTF_8).length;
		int length = bare + 1;
		while (String.valueOf(length).length() + bare != length) {
			length++;
		}
		return length + " " + key + "=" + value + "\n";
	}

	TarballBuilder header(String name, char type, String size, String link) {
		byte[] header = new byte[BLOCK];
		put(header, 0, name);
		put(header, 100, "0000644");
		put(header, 124, size);
		put(header, 136, "0");
		header[156] = (byte) type;
		put(header, 157, link);
		put(header, 257, "ustar\u000000");
		return block(header);
	}

	/**
	 * Adds a header as it is, but for its checksum.
	 * @param header 512 bytes
	 * @return the tarball
	 */
	TarballBuilder block(byte[] header) {
		put(header, 148, "        ");
		int sum = 0;
		for (byte part : header) {
			sum += part & 0xff;
		}
		put(header, 148, "%06o\0 ".formatted(sum));
		return raw(header);
	}

	static void put(byte[] block, int offset, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		System.arraycopy(bytes, 0, block, offset, bytes.length);
	}

	TarballBuilder data(byte[] content) {
		return raw(content).raw(new byte[-content.length & BLOCK - 1]);
	}

	TarballBuilder raw(byte[] bytes) {
		this.out.writeBytes(bytes);
		return this;
	}

	byte[] unfinished() {
		return this.out.toByteArray();
	}

	/**
	 * Ends the tarball.
	 * @return its bytes without compression
	 */
	public byte[] tar() {
		return raw(new byte[2 * BLOCK]).unfinished();
	}

	/**
	 * Ends the tarball and compresses it.
	 * @return its bytes
	 */
	public byte[] gzip() {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(file)) {
			gzip.write(tar());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

}
