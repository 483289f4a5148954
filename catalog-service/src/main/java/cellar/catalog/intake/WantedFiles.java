package cellar.catalog.intake;

import java.net.URI;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Whether an import fetches the files of its entries too.
 *
 * @param wanted whether it does
 * @param base what relative URLs are resolved against; else the URL of the catalog
 */
@Embeddable
record WantedFiles(@Column(name = "fetch_files") boolean wanted, @Nullable @Column(name = "fetch_base") String base) {

	static final WantedFiles NONE = new WantedFiles(false, null);

	@Nullable URI baseOf(@Nullable URI catalog) {
		return (this.base != null) ? URI.create(this.base) : catalog;
	}

}
