package cellar.catalog.artifact;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cellar.catalog.transfer.Digests;
import cellar.common.catalog.EustoreName;

/**
 * What a file is said to be. Nothing is said where a part is null.
 *
 * @param sha256 64 lower-case hex digits
 * @param md5 32 lower-case hex digits
 * @param number the ten digits that eustore clients check, see {@link EustoreName}
 */
public record ExpectedContent(@Nullable String sha256, @Nullable String md5, @Nullable String number) {

	static ExpectedContent ofSha256(@Nullable String sha256) {
		return new ExpectedContent(sha256, null, null);
	}

	/**
	 * Tells what is wrong with a file.
	 * @param arrived the checksums of what has arrived
	 * @return one sentence, or nothing if it is what it is said to be
	 */
	public Optional<String> contradiction(Digests.Result arrived) {
		if (this.sha256 != null && !this.sha256.equals(arrived.sha256())) {
			return Optional.of(sentence("SHA-256", arrived.sha256(), this.sha256));
		}
		if (this.md5 != null && !this.md5.equals(arrived.md5())) {
			return Optional.of(sentence("MD5", arrived.md5(), this.md5));
		}
		String name = EustoreName.ofMd5(arrived.md5()).value();
		if (this.number != null && !this.number.equals(name)) {
			return Optional.of(sentence("eustore number", name, this.number));
		}
		return Optional.empty();
	}

	private static String sentence(String kind, String arrived, String expected) {
		return "The %s of what arrived is %s; expected was %s".formatted(kind, arrived, expected);
	}

}
