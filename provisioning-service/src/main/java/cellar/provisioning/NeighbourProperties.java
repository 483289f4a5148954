package cellar.provisioning;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The services around this one. Each may be left out; what needs it is off then.
 *
 * @param catalogUrl where the catalog answers
 * @param catalogToken the bearer token for the catalog
 * @param gatewayUrl where images are fetched from
 * @param publicUrl where guests reach this service
 */
@ConfigurationProperties("cellar.provisioning")
record NeighbourProperties(@Nullable URI catalogUrl, @Nullable String catalogToken, @Nullable URI gatewayUrl,
		@Nullable URI publicUrl) {

	@Override
	public String toString() {
		return "NeighbourProperties[catalogUrl=" + this.catalogUrl + ", gatewayUrl=" + this.gatewayUrl + ", publicUrl="
				+ this.publicUrl + "]";
	}

}
