package cellar.catalog.verification;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;

import cellar.common.request.BodyLimit;

/**
 * Lets documents be larger than other requests.
 */
@Configuration(proxyBeanMethods = false)
class VerificationLimitConfiguration {

	/** A catalog of ten thousand images, in Base64. */
	private static final DataSize LARGEST = DataSize.ofMegabytes(20);

	@Bean
	BodyLimit verificationLimit() {
		return BodyLimit.of(HttpMethod.POST, "/api/v1/verifications", LARGEST);
	}

}
