package cellar.gateway.index;

import org.jspecify.annotations.Nullable;

/**
 * Chooses entries.
 *
 * @param route path of the route, or {@code null} for all
 * @param prefix what object names begin with, or {@code null} for all
 */
public record Selection(@Nullable String route, @Nullable String prefix) {

	public boolean matches(Key key) {
		return (this.route == null || this.route.equals(key.space().route()))
				&& (this.prefix == null || key.object().startsWith(this.prefix));
	}

}
