package cellar.common.settings;

import java.util.Set;

/**
 * Settings that the outside contract promises and that this version does not read yet. A
 * service that is given one starts and says so.
 *
 * @param names their names in kebab case; {@code [*]} stands for any one key of a map
 */
public record ReservedSettings(Set<String> names) {

	static final String ANY_KEY = "*";

	public ReservedSettings {
		names = Set.copyOf(names);
	}

}
