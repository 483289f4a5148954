package cellar.provisioning;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cellar.common.settings.ReservedSettings;

/**
 * What the outside contract names and nothing reads yet.
 */
@Configuration(proxyBeanMethods = false)
class PromisedSettings {

	@Bean
	ReservedSettings reservedSettings() {
		return new ReservedSettings(Set.of("cellar.provisioning.catalog-url", "cellar.provisioning.catalog-token",
				"cellar.provisioning.gateway-url", "cellar.provisioning.public-url"));
	}

}
