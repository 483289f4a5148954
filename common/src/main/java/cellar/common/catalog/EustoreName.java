package cellar.common.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The ten-digit name that eustore clients give to the content of a tarball: the CRC-32 of
 * the lower-case hex text of its MD5.
 *
 * @param value ten decimal digits
 */
public record EustoreName(String value) {

	private static final Pattern VALUE = Pattern.compile("[0-9]{10}");

	private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");

	public EustoreName {
		if (!VALUE.matcher(value).matches()) {
			throw new IllegalArgumentException("'" + value + "' is not ten digits");
		}
	}

	/**
	 * Returns the name of content with the given MD5.
	 * @param md5 the MD5 as 32 lower-case hex digits
	 * @return the name
	 */
	public static EustoreName ofMd5(String md5) {
		if (!MD5.matcher(md5).matches()) {
			throw new IllegalArgumentException("'" + md5 + "' is not an MD5 in lower-case hex");
		}
		CRC32 crc = new CRC32();
		crc.update(md5.getBytes(StandardCharsets.US_ASCII));
		return new EustoreName(String.format(Locale.ROOT, "%010d", crc.getValue()));
	}

	/**
	 * Tells whether a name given by somebody else has the form of such a number.
	 * @param name the name
	 * @return whether it has ten digits and nothing else
	 */
	public static boolean isLike(String name) {
		return VALUE.matcher(name).matches();
	}

	@Override
	public String toString() {
		return this.value;
	}

}
