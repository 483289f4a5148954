package cellar.common.catalog;

/**
 * The object that says of another in the same bucket that it was there and was taken
 * back. The catalog writes it before it makes the other one unreadable; whoever finds
 * that other one missing or denied may look for the mark and answer 410 instead of 404
 * (RFC 9110, 15.5.11).
 */
public final class WithdrawalMark {

	private static final String SUFFIX = ".withdrawn";

	private WithdrawalMark() {
	}

	/**
	 * Returns where the mark of an object is.
	 * @param key the key of the object
	 * @return the key of its mark in the same bucket
	 */
	public static String of(String key) {
		return key + SUFFIX;
	}

	/**
	 * Tells whether a key is that of a mark. Marks have no marks.
	 * @param key any key
	 * @return whether it is one
	 */
	public static boolean isOne(String key) {
		return key.endsWith(SUFFIX);
	}

}
