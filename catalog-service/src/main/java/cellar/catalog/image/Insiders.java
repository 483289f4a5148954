package cellar.catalog.image;

import cellar.common.access.Caller;
import cellar.common.access.Role;

/**
 * Those who see drafts and what is not published: readers and publishers.
 */
public final class Insiders {

	private Insiders() {
	}

	/**
	 * Tells whether a caller is one of them.
	 * @param caller who asks
	 * @return whether they see everything
	 */
	public static boolean include(Caller caller) {
		return caller.hasAny(Role.READER, Role.PUBLISHER);
	}

}
