package cellar.catalog;

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
		return new ReservedSettings(Set.of("cellar.catalog.signing-key", "cellar.catalog.publication-lifetime"));
	}

}
