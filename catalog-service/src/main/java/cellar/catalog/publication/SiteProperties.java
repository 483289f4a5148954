package cellar.catalog.publication;

import java.net.URI;
import java.util.List;

import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What the documents say of the outside.
 *
 * @param publicUrl where clients find the catalog, http or https; none leaves it out of
 * the page
 */
@Validated
@ConfigurationProperties("cellar.catalog")
record SiteProperties(@Nullable URI publicUrl) {

	@AssertTrue(message = "'public-url' must be an http or https URL")
	boolean isHttp() {
		return this.publicUrl == null || this.publicUrl.toString().isEmpty()
				|| this.publicUrl.getHost() != null && List.of("http", "https").contains(this.publicUrl.getScheme());
	}

	@Nullable URI address() {
		return (this.publicUrl == null || this.publicUrl.toString().isEmpty()) ? null : this.publicUrl;
	}

}
