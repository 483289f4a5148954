package cellar.common.store;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import cellar.common.url.HttpUrl;

/**
 * Where an object store is and who calls it.
 *
 * @param endpoint the store's address; none means AWS itself
 * @param region what requests are signed for
 * @param pathStyle whether the bucket stands in the path instead of the host name
 * @param accessKey who calls; none leaves it to the SDK to find credentials
 * @param secretKey the caller's secret; stands exactly where {@code accessKey} stands
 */
public record StoreConnection(@Nullable URI endpoint, String region, boolean pathStyle, @Nullable String accessKey,
		@Nullable String secretKey) {

	public StoreConnection {
		if (endpoint != null && !HttpUrl.matches(endpoint)) {
			throw new IllegalArgumentException("'endpoint' must be an http or https URL with a host");
		}
		if (region.isBlank()) {
			throw new IllegalArgumentException("'region' must not be blank");
		}
		if ((accessKey == null) != (secretKey == null)) {
			throw new IllegalArgumentException("'accessKey' and 'secretKey' must stand together");
		}
	}

	@Override
	public String toString() {
		return "StoreConnection[endpoint=%s, region=%s, pathStyle=%s, accessKey=%s]".formatted(this.endpoint,
				this.region, this.pathStyle, this.accessKey);
	}

}
