package cellar.catalog.description;

import java.util.regex.Pattern;

/**
 * Characters that do not show, or that break a line where nobody expects it.
 */
public final class Unseen {

	/** The inside of a class of characters in a regular expression. */
	static final String MEMBERS = "\\p{C}\\p{Zl}\\p{Zp}";

	private static final Pattern ONE = Pattern.compile("[" + MEMBERS + "]");

	private Unseen() {
	}

	/**
	 * Tells whether a text has such characters.
	 * @param text the text
	 * @return whether there is one at least
	 */
	public static boolean isIn(String text) {
		return ONE.matcher(text).find();
	}

	/**
	 * Returns a text whose characters all show.
	 * @param text the text
	 * @return the text with a question mark in the place of each such character
	 */
	public static String marked(String text) {
		return ONE.matcher(text).replaceAll("?");
	}

}
