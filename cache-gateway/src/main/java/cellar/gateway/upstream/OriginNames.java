package cellar.gateway.upstream;

import java.util.Set;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What the configured origins are called, for those who observe them from the start.
 *
 * @param all their names
 */
@Component
public record OriginNames(Set<String> all) {

	@Autowired
	OriginNames(OriginsProperties properties) {
		this(properties.origins().keySet());
	}

}
