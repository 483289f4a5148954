package cellar.common.access;

import java.util.Set;
import java.util.stream.Stream;

/**
 * Whoever sent the request. Controllers ask for it as an argument.
 *
 * @param name how rows and logs call them; {@code anonymous} without a token
 * @param roles what they may do, those that other roles imply among them
 */
public record Caller(String name, Set<Role> roles) {

	public Caller {
		roles = Set.copyOf(roles);
	}

	/**
	 * Tells whether the caller has one of some roles.
	 * @param wanted the roles
	 * @return whether they have at least one
	 */
	public boolean hasAny(Role... wanted) {
		return Stream.of(wanted).anyMatch(this.roles::contains);
	}

}
