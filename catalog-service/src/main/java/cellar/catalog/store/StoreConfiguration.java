package cellar.catalog.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.s3.S3Client;

import cellar.common.store.S3Clients;

/**
 * One client for everything that goes to the object store.
 */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

	@Bean(destroyMethod = "close")
	S3Client s3Client(StoreProperties properties) {
		return S3Clients.connect(properties.connection());
	}

	@Bean
	Buckets buckets(StoreProperties properties) {
		return properties.buckets();
	}

	@Bean
	PublicAccess publicAccess(StoreProperties properties) {
		return properties.publicAccess();
	}

	@Bean
	ObjectStore objectStore(S3Client client, PublicAccess access) {
		return new S3ObjectStore(client, access);
	}

	@Bean
	ObjectReader objectReader(S3Client client) {
		return new S3ObjectReader(client);
	}

	@Bean
	ObjectLister objectLister(S3Client client) {
		return new S3ObjectLister(client);
	}

	@Bean
	MultipartStore multipartStore(S3Client client, Buckets buckets, PublicAccess access) {
		return new S3MultipartStore(client, buckets, access);
	}

}
