package cellar.catalog.access;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

import cellar.common.access.AccessRules;
import cellar.common.access.Role;

/**
 * Who may do what here: everybody reads what is published, publishers keep the catalog.
 */
@Component
class CatalogAccess implements AccessRules {

	private static final String[] PUBLISHED = { "/api/v1/images", "/api/v1/images/{id}", "/api/v1/publications",
			"/api/v1/publications/{serial}", "/api/v1/channels", "/api/v1/channels/{channel}",
			"/api/v1/channels/{channel}/{os}/{architecture}" };

	private static final String[] CATALOG = { "/api/v1/images/**", "/api/v1/imports/**", "/api/v1/publications/**",
			"/api/v1/channels/**", "/api/v1/uploads/**", "/api/v1/audit", "/api/v1/retention", "/api/v1/collections/**",
			"/api/v1/planned-publications/**" };

	@Override
	public void addTo(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(HttpMethod.GET, PUBLISHED).permitAll();
		requests.requestMatchers(HttpMethod.HEAD, PUBLISHED).permitAll();
		requests.requestMatchers(HttpMethod.GET, CATALOG).hasAnyRole(UnpublishedAccess.roles());
		requests.requestMatchers(HttpMethod.HEAD, CATALOG).hasAnyRole(UnpublishedAccess.roles());
		requests.requestMatchers(CATALOG).hasRole(Role.PUBLISHER.name());
		requests.requestMatchers(HttpMethod.POST, "/api/v1/verifications").authenticated();
	}

}
