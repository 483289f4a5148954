package cellar.common.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * What one service asks of callers, path by path. Paths that no rule names ask for
 * {@link Role#READER} on GET and HEAD, and for {@link Role#OPERATOR} on everything else.
 */
@FunctionalInterface
public interface AccessRules {

	/**
	 * Adds the rules of the service; the first that matches a request decides.
	 * @param requests the registry to add to
	 */
	void addTo(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests);

}
