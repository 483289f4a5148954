package cellar.gateway.request;

import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cellar.gateway.index.Key;
import cellar.gateway.index.Pins;
import cellar.gateway.route.Route;
import cellar.gateway.route.Routes;

/**
 * Keeps what certain routes lead to, whatever the others bring.
 */
@Component
class PinnedRoutes implements Pins {

	private final Set<Key.Space> spaces;

	PinnedRoutes(Routes routes) {
		this.spaces = routes.all()
			.stream()
			.filter(Route::pinned)
			.map(Interpreter::space)
			.collect(Collectors.toUnmodifiableSet());
	}

	@Override
	public boolean hold(Key key) {
		return this.spaces.contains(key.space());
	}

}
