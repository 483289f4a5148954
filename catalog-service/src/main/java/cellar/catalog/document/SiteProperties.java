package cellar.catalog.document;

import java.net.URI;

import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

import cellar.common.url.HttpUrl;

/**
 * What published documents say about the site.
 *
 * @param publicUrl the http or https URL under which clients find the catalog; unset or
 * empty by default, and then the page does not mention it
 */
@Validated
@ConfigurationProperties("cellar.catalog")
record SiteProperties(@Nullable URI publicUrl) {

	@AssertTrue(message = "'public-url' must be an http or https URL")
	boolean isHttp() {
		return address() == null || HttpUrl.matches(this.publicUrl);
	}

	@Nullable URI address() {
		return (this.publicUrl == null || this.publicUrl.toString().isEmpty()) ? null : this.publicUrl;
	}

}
