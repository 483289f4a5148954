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
				"cellar.provisioning.gateway-url", "cellar.provisioning.public-url",
				"cellar.provisioning.clouds[*].s3-endpoint", "cellar.provisioning.clouds[*].iam-endpoint",
				"cellar.provisioning.clouds[*].ebs-endpoint", "cellar.provisioning.clouds[*].account",
				"cellar.provisioning.clouds[*].user-certificate", "cellar.provisioning.clouds[*].user-private-key",
				"cellar.provisioning.clouds[*].cloud-certificate", "cellar.provisioning.clouds[*].bundle-acl"));
	}

}
