package cellar.provisioning.access;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

import cellar.common.access.AccessRules;
import cellar.common.access.Role;

/**
 * Who may do what here. A launcher reads what it needs to launch.
 */
@Component
class ProvisioningAccess implements AccessRules {

	private static final String[] READERS = { Role.READER.name(), Role.LAUNCHER.name() };

	private static final String[] SHOWN = { "/api/v1/clouds/**", "/api/v1/recipes/**", "/api/v1/launches/**" };

	@Override
	public void addTo(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(HttpMethod.GET, SHOWN).hasAnyRole(READERS);
		requests.requestMatchers(HttpMethod.HEAD, SHOWN).hasAnyRole(READERS);
		requests.requestMatchers(HttpMethod.POST, "/api/v1/recipes/*/render").hasAnyRole(READERS);
		requests.requestMatchers("/api/v1/launches/**").hasRole(Role.LAUNCHER.name());
	}

}
