package cellar.catalog.artifact;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

import cellar.common.request.BodyLimit;

/**
 * Lets files of images pass the usual limit of bodies: the controller has its own.
 */
@Configuration(proxyBeanMethods = false)
class UploadLimitConfiguration {

	@Bean
	BodyLimit uploadLimit() {
		return BodyLimit.ofController(HttpMethod.PUT, "/api/v1/images/{id}/artifact");
	}

}
