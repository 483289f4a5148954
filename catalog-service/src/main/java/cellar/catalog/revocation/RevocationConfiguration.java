package cellar.catalog.revocation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.s3.S3Client;

import cellar.catalog.store.ObjectStore;
import cellar.catalog.store.PublicAccess;

/**
 * Connects the store to what takes objects away.
 */
@Configuration(proxyBeanMethods = false)
class RevocationConfiguration {

	@Bean
	ObjectAccess objectAccess(S3Client client, ObjectStore objects, PublicAccess access) {
		return new S3ObjectAccess(client, objects, access);
	}

}
