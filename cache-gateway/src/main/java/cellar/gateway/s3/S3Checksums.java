package cellar.gateway.s3;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import cellar.gateway.checksum.ChecksumAlgorithm;
import cellar.gateway.checksum.WholeChecksum;
import cellar.gateway.header.Headers;

/**
 * Finds in what S3 says of an object the checksum of all its bytes.
 */
public final class S3Checksums {

	private static final List<ChecksumAlgorithm> NAMED = List.of(ChecksumAlgorithm.CRC64NVME, ChecksumAlgorithm.CRC32C,
			ChecksumAlgorithm.CRC32, ChecksumAlgorithm.SHA256, ChecksumAlgorithm.SHA1);

	/** With these keys the tag is made of something else. */
	private static final Set<String> UNRELATED_TAGS = Set.of("aws:kms", "aws:kms:dsse");

	private static final Pattern MD5_TAG = Pattern.compile("\"?([0-9a-fA-F]{32})\"?");

	private final boolean md5Tags;

	/**
	 * Sets up what is believed.
	 * @param md5Tags whether entity tags that look like an MD5 are one
	 */
	public S3Checksums(boolean md5Tags) {
		this.md5Tags = md5Tags;
	}

	/**
	 * Reads the head of an answer. A checksum that is given as such is enough, since that
	 * of the tag would say nothing more.
	 * @param headers all its headers
	 * @return the checksum of the whole object, or {@code null} if there is none
	 */
	@Nullable WholeChecksum find(Headers headers) {
		WholeChecksum named = named(headers);
		return (named != null || !this.md5Tags) ? named : ofTag(headers);
	}

	private static @Nullable WholeChecksum named(Headers headers) {
		String type = headers.first("x-amz-checksum-type");
		if (type != null && !type.equalsIgnoreCase("FULL_OBJECT")) {
			// A checksum of the checksums of parts, whose borders nobody tells.
			return null;
		}
		for (ChecksumAlgorithm algorithm : NAMED) {
			String value = headers.first("x-amz-checksum-" + algorithm.name().toLowerCase(Locale.ROOT));
			WholeChecksum checksum = (value != null) ? WholeChecksum.ofBase64(algorithm, value) : null;
			if (checksum != null) {
				return checksum;
			}
		}
		return null;
	}

	private static @Nullable WholeChecksum ofTag(Headers headers) {
		String encryption = headers.first("x-amz-server-side-encryption");
		boolean unrelated = (encryption != null && UNRELATED_TAGS.contains(encryption))
				|| headers.first("x-amz-server-side-encryption-customer-algorithm") != null;
		String tag = headers.first("ETag");
		var md5 = MD5_TAG.matcher((tag != null) ? tag : "");
		return (!unrelated && md5.matches())
				? new WholeChecksum(ChecksumAlgorithm.MD5, md5.group(1).toLowerCase(Locale.ROOT)) : null;
	}

}
