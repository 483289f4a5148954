package cellar.provisioning.userdata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * A finished document for the first boot.
 *
 * @param format what reads it
 * @param text the document
 */
public record UserData(Format format, String text) {

	/**
	 * Writes a machine down.
	 * @param guest the machine
	 * @param format the format
	 * @return the document
	 */
	public static UserData of(Guest guest, Format format) {
		return new UserData(format, switch (format) {
			case CLOUD_CONFIG -> CloudConfig.write(guest);
			case COREOS_CLOUD_CONFIG -> CoreosCloudConfig.write(guest);
			case IGNITION -> Ignition.write(guest);
			case MIME -> throw new IllegalArgumentException("Format 'mime' is only for scripts that a user adds");
		});
	}

	public int size() {
		return bytes().length;
	}

	public int gzipSize() {
		return gzip().length;
	}

	/**
	 * Returns what is sent to a cloud.
	 * @param limit the most bytes that the cloud takes, counted before base64
	 * @return the document, packed only where it would not fit otherwise
	 * @throws UserDataTooLargeException if it does not fit at all
	 */
	public byte[] fit(int limit) {
		byte[] plain = bytes();
		if (plain.length <= limit) {
			return plain;
		}
		byte[] packed = gzip();
		if (!this.format.isCompressible() || packed.length > limit) {
			throw new UserDataTooLargeException(plain.length, packed.length, limit, this.format);
		}
		return packed;
	}

	private byte[] bytes() {
		return this.text.getBytes(StandardCharsets.UTF_8);
	}

	private byte[] gzip() {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
			gzip.write(bytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Writing to memory failed", ex);
		}
		return packed.toByteArray();
	}

}
