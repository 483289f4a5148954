package cellar.catalog.gateway;

import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import cellar.common.url.HttpUrl;

/**
 * The cache gateways that keep copies of what is published.
 *
 * @param gateways every gateway in front of the site bucket; none by default. A
 * publication is live only once each of them has dropped its old copies and serves the
 * new ones.
 */
@Validated
@ConfigurationProperties("cellar.catalog")
record GatewayProperties(@DefaultValue List<@Valid Gateway> gateways) {

	/**
	 * One gateway.
	 *
	 * @param adminUrl the base URL of its admin API, http or https
	 * @param token the bearer token of an operator there
	 * @param publicUrl the http or https URL at which it serves the site bucket and this
	 * service reaches it; unset or empty by default, and then nothing is read back
	 * through this gateway
	 */
	record Gateway(@NotNull URI adminUrl, @NotBlank String token, @Nullable URI publicUrl) {

		@AssertTrue(message = "'admin-url' must be an http or https URL")
		boolean isHttp() {
			return this.adminUrl == null || HttpUrl.matches(this.adminUrl);
		}

		@AssertTrue(message = "'public-url' must be an http or https URL")
		boolean isPublicHttp() {
			return site() == null || HttpUrl.matches(this.publicUrl);
		}

		@Nullable URI site() {
			return (this.publicUrl == null || this.publicUrl.toString().isEmpty()) ? null : this.publicUrl;
		}

		@Override
		public String toString() {
			return "Gateway[adminUrl=" + this.adminUrl + ", publicUrl=" + this.publicUrl + "]";
		}

	}

}
