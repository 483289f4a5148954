package cellar.catalog.access;

import java.util.stream.Stream;

import cellar.common.access.Caller;
import cellar.common.access.Role;

/**
 * Who sees drafts and whatever else is not published.
 */
public final class Unpublished {

	private static final Role[] SEEN_BY = { Role.READER, Role.PUBLISHER };

	private Unpublished() {
	}

	/**
	 * Tells whether a caller sees what is not published.
	 * @param caller who asks
	 * @return whether they see everything
	 */
	public static boolean isVisibleTo(Caller caller) {
		return caller.hasAny(SEEN_BY);
	}

	/**
	 * Returns the roles of those who see what is not published.
	 * @return their names
	 */
	public static String[] seenBy() {
		return Stream.of(SEEN_BY).map(Role::name).toArray(String[]::new);
	}

}
