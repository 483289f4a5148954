package cellar.common.access;

import java.util.List;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

import cellar.common.problem.ProblemWriter;
import cellar.common.problem.Problems;

/**
 * Puts every service behind the same bearer tokens and roles. The management port shares
 * the filter chain.
 */
@AutoConfiguration(
		beforeName = "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(AccessProperties.class)
class AccessAutoConfiguration {

	@Bean
	OpaqueTokenIntrospector tokens(AccessProperties properties) {
		return new Tokens(properties);
	}

	@Bean
	static RoleHierarchy roleHierarchy() {
		return RoleHierarchyImpl.withDefaultRolePrefix()
			.role(Role.OPERATOR.name())
			.implies(Role.READER.name(), Role.LAUNCHER.name(), Role.PUBLISHER.name())
			.build();
	}

	@Bean
	WebMvcConfigurer callerArgument(RoleHierarchy roleHierarchy) {
		return new WebMvcConfigurer() {

			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(new CallerArgument(roleHierarchy));
			}

		};
	}

	@Bean
	RequestRejectedHandler rejectedRequests(JsonMapper json) {
		ProblemWriter writer = new ProblemWriter(json);
		ProblemDetail problem = Problems.of(HttpStatus.BAD_REQUEST, "refused-request", "Refused request",
				"The path, a header or a parameter has characters that are not acceptable; correct it");
		return (request, response, rejection) -> writer.write(problem, response);
	}

	@Bean
	SecurityFilterChain accessFilterChain(HttpSecurity http, ObjectProvider<AccessRules> rules, JsonMapper json) {
		AccessProblems problems = new AccessProblems(new ProblemWriter(json));
		http.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
			.oauth2ResourceServer((server) -> server.opaqueToken((token) -> {
			}).authenticationEntryPoint(problems).accessDeniedHandler(problems))
			.authorizeHttpRequests((requests) -> authorize(requests, rules));
		return http.build();
	}

	private static void authorize(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
			ObjectProvider<AccessRules> rules) {
		// The request itself was judged before it failed, was forwarded or went
		// asynchronous.
		requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC).permitAll();
		requests.requestMatchers(EndpointRequest.to(HealthEndpoint.class)).permitAll();
		requests.requestMatchers(EndpointRequest.toAnyEndpoint().withHttpMethod(HttpMethod.GET))
			.hasRole(Role.READER.name());
		requests.requestMatchers(EndpointRequest.toAnyEndpoint().withHttpMethod(HttpMethod.HEAD))
			.hasRole(Role.READER.name());
		requests.requestMatchers(EndpointRequest.toAnyEndpoint()).hasRole(Role.OPERATOR.name());
		requests.requestMatchers("/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/**")
			.permitAll();
		rules.orderedStream().forEach((rule) -> rule.addTo(requests));
		requests.requestMatchers(HttpMethod.GET).hasRole(Role.READER.name());
		requests.requestMatchers(HttpMethod.HEAD).hasRole(Role.READER.name());
		requests.anyRequest().hasRole(Role.OPERATOR.name());
	}

}
