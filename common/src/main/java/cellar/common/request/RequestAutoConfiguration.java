package cellar.common.request;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import tools.jackson.databind.json.JsonMapper;

import cellar.common.problem.ProblemWriter;

/**
 * Limits the bodies of requests in every service, on the management port too.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(RequestProperties.class)
@Import(LateContinue.class)
class RequestAutoConfiguration {

	// Behind the last filter that may refuse the caller, who else would hear of his body
	// first.
	@Bean
	Customizer<HttpSecurity> bodyLimit(RequestProperties properties, ObjectProvider<BodyLimit> exceptions,
			JsonMapper json) {
		return (http) -> http.addFilterAfter(new BodyLimitFilter(properties.maxBodySize(),
				exceptions.orderedStream().toList(), new ProblemWriter(json)), AuthorizationFilter.class);
	}

}
