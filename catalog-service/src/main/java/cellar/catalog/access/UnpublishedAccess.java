package cellar.catalog.access;

import java.util.stream.Stream;

import cellar.common.access.Caller;
import cellar.common.access.Role;

/**
 * Who sees drafts and whatever else is not published.
 */
public final class UnpublishedAccess {

	private static final Role[] ROLES = { Role.READER, Role.PUBLISHER };

	private UnpublishedAccess() {
	}

	/**
	 * Tells whether a caller sees what is not published.
	 * @param caller who asks
	 * @return whether they see everything
	 */
	public static boolean isGrantedTo(Caller caller) {
		return caller.hasAny(ROLES);
	}

	/**
	 * Returns the roles of those who see what is not published.
	 * @return their names
	 */
	public static String[] roles() {
		return Stream.of(ROLES).map(Role::name).toArray(String[]::new);
	}

}
