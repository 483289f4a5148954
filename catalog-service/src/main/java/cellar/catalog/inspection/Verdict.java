package cellar.catalog.inspection;

import cellar.catalog.layout.Layout;
import cellar.catalog.layout.Refusal;

/**
 * What comes of looking into a file.
 */
public sealed interface Verdict {

	/**
	 * The file is an image.
	 *
	 * @param layout what is in it
	 */
	record Recognised(Layout layout) implements Verdict {

	}

	/**
	 * The file is not kept.
	 *
	 * @param refusal why
	 * @param sentence why in words, and what to do
	 */
	record Refused(Refusal refusal, String sentence) implements Verdict {

	}

}
