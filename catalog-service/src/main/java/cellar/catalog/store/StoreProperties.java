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
 * Where artifacts and published documents are kept.
 *
 * @param endpoint the address of the object store; empty means AWS itself
 * @param region what requests are signed for
 * @param pathStyle whether the bucket stands in the path instead of the host name; AWS
 * wants false
 * @param accessKey who calls; none leaves it to the SDK to find credentials
 * @param secretKey the secret of <code>accessKey</code>; stands exactly where that stands
 * @param publicAccess how objects become readable for everybody
 * @param imagesBucket the bucket of the artifacts; its name is the first part of their
 * URLs
 * @param siteBucket the bucket of the catalogs and the page
 */
@Validated
@ConfigurationProperties("cellar.catalog.store")
record StoreProperties(@Nullable URI endpoint, @DefaultValue("us-east-1") @NotNull String region,
		@DefaultValue("true") boolean pathStyle, @Nullable String accessKey, @Nullable String secretKey,
		@DefaultValue("acl") @NotNull PublicAccess publicAccess,
		@DefaultValue("starter-emis") @Pattern(regexp = BUCKET, message = BUCKET_MESSAGE) String imagesBucket,
		@DefaultValue("cellar-site") @Pattern(regexp = BUCKET, message = BUCKET_MESSAGE) String siteBucket) {

	private static final String BUCKET = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";

	private static final String BUCKET_MESSAGE = "must be 3 to 63 lower-case letters, digits, '-' and '.'";

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
