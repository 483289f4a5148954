package cellar.catalog.bucket;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.s3.S3Client;

import cellar.catalog.store.Buckets;
import cellar.catalog.store.PublicAccess;

/**
 * Lets the initializer start with the service.
 */
@Configuration(proxyBeanMethods = false)
class BucketConfiguration {

	@Bean
	BucketInitializer bucketInitializer(S3Client client, Buckets buckets, PublicAccess access) {
		return new BucketInitializer(client, buckets, access);
	}

}
