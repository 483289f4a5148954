package cellar.common.meter;

import java.util.Locale;

/**
 * Spells the values of tags, in all services alike.
 */
public final class TagValues {

	private TagValues() {
	}

	/**
	 * Returns what a constant is called in metrics.
	 * @param constant the constant
	 * @return its name in lower case, with underscores between words
	 */
	public static String of(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

}
