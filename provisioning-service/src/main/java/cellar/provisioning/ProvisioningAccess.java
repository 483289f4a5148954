package cellar.provisioning;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

import cellar.common.access.AccessRules;
import cellar.common.access.Role;

/**
 * Who may do what. A launcher reads what it needs to launch.
 */
@Configuration(proxyBeanMethods = false)
class ProvisioningAccess {

	@Bean
	AccessRules provisioningRules() {
		String[] readers = { Role.READER.name(), Role.LAUNCHER.name() };
		String[] shown = { "/api/v1/clouds/**", "/api/v1/recipes/**", "/api/v1/launches/**" };
		return (requests) -> {
			requests.requestMatchers(HttpMethod.GET, shown).hasAnyRole(readers);
			requests.requestMatchers(HttpMethod.HEAD, shown).hasAnyRole(readers);
			requests.requestMatchers(HttpMethod.POST, "/api/v1/recipes/*/render").hasAnyRole(readers);
			requests.requestMatchers("/api/v1/launches/**").hasRole(Role.LAUNCHER.name());
		};
	}

}
