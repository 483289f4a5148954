package cellar.catalog.store;

import java.net.URI;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import cellar.common.store.StoreConnection;

/**
 * The object store that keeps artifacts and published documents.
 *
 * @param endpoint the http or https URL of the object store; unset or empty means AWS
 * @param region the region for which requests are signed; {@code us-east-1} by default
 * @param pathStyle whether the bucket is named in the path instead of the host name; true
 * by default, and false for AWS
 * @param accessKey the access key; if unset, the SDK looks for credentials itself
 * @param secretKey the secret of {@code accessKey}; both are set or neither
 * @param publicAccess how objects become readable for everybody; {@code acl} by default
 * @param imagesBucket the bucket of the artifacts, 3 to 63 characters;
 * {@code starter-emis} by default. Its name is the first part of their URLs.
 * @param siteBucket the bucket of the catalogs and the page, 3 to 63 characters;
 * {@code cellar-site} by default
 */
@Validated
@ConfigurationProperties("cellar.catalog.store")
record StoreProperties(@Nullable URI endpoint, @DefaultValue("us-east-1") @NotNull String region,
		@DefaultValue("true") boolean pathStyle, @Nullable String accessKey, @Nullable String secretKey,
		@DefaultValue("acl") @NotNull PublicAccess publicAccess,
		@DefaultValue("starter-emis") @Pattern(regexp = BUCKET, message = BUCKET_MESSAGE) String imagesBucket,
		@DefaultValue("cellar-site") @Pattern(regexp = BUCKET, message = BUCKET_MESSAGE) String siteBucket) {

	private static final String BUCKET = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";

	private static final String BUCKET_MESSAGE = "must be 3 to 63 lower-case letters, digits, '-' or '.'";

	@AssertTrue(message = "'images-bucket' and 'site-bucket' must differ")
	boolean isDistinct() {
		return !this.imagesBucket.equals(this.siteBucket);
	}

	StoreConnection connection() {
		URI address = (this.endpoint != null && this.endpoint.toString().isEmpty()) ? null : this.endpoint;
		return new StoreConnection(address, this.region, this.pathStyle, this.accessKey, this.secretKey);
	}

	Buckets buckets() {
		return new Buckets(this.imagesBucket, this.siteBucket);
	}

	@Override
	public String toString() {
		return "StoreProperties[%s, publicAccess=%s, imagesBucket=%s, siteBucket=%s]".formatted(connection(),
				this.publicAccess, this.imagesBucket, this.siteBucket);
	}

}
