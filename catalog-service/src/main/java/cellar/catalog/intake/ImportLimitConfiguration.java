package cellar.catalog.intake;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

import cellar.common.request.BodyLimit;

/**
 * Lets imports be larger than other requests.
 */
@Configuration(proxyBeanMethods = false)
class ImportLimitConfiguration {

	@Bean
	BodyLimit importLimit(IntakeProperties properties) {
		return BodyLimit.of(HttpMethod.POST, "/api/v1/imports", properties.maxSize());
	}

}
