package cellar.gateway.slice;

import org.jspecify.annotations.Nullable;

import cellar.gateway.checksum.ChecksumMismatchException;
import cellar.gateway.version.VersionGoneException;

/**
 * What the failure of a fetch means for those who wait.
 */
final class Failures {

	private Failures() {
	}

	/**
	 * Returns whether nothing more of this version can be had. Where it proved wrong,
	 * asking again for a part would only hide it.
	 * @param failure how a fetch failed, or {@code null} if it did not
	 * @return whether it is over for all who wait
	 */
	static boolean isFinal(@Nullable Throwable failure) {
		return failure instanceof VersionGoneException || failure instanceof ChecksumMismatchException;
	}

	/**
	 * Returns whether another attempt may bring the bytes.
	 * @param failure how a fetch failed
	 * @return whether to try again
	 */
	static boolean isWorthAnotherTry(Throwable failure) {
		return !isFinal(failure) && !(failure instanceof NotStoredException);
	}

}
