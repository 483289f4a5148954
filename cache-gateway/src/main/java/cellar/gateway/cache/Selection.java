package cellar.gateway.cache;

import org.jspecify.annotations.Nullable;

/**
 * Chooses entries.
 *
 * @param route path of the route, or {@code null} for all
 * @param prefix what object names begin with, or {@code null} for all
 */
public record Selection(@Nullable String route, @Nullable String prefix) {

	boolean matches(Key key) {
		return (this.route == null || this.route.equals(key.route()))
				&& (this.prefix == null || key.object().startsWith(this.prefix));
	}

}
