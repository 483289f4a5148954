package cellar.catalog.intake;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An import that has not come to its end.
 *
 * @param id the import
 * @param url where its catalog is
 * @param text its catalog, once that is here
 * @param fetchFiles whether the files of its entries are fetched too
 * @param base what their relative URLs are resolved against, if that is known
 * @param actor who wants it
 * @param createdAt when it was asked for
 * @param brokenOff how often the process died while it was under way
 */
public record UnfinishedImport(UUID id, @Nullable URI url, @Nullable String text, boolean fetchFiles,
		@Nullable URI base, String actor, Instant createdAt, int brokenOff) {

	static UnfinishedImport of(CatalogImport wanted) {
		String url = wanted.url();
		URI catalog = (url != null) ? URI.create(url) : null;
		return new UnfinishedImport(wanted.getId(), catalog, wanted.body(), wanted.files().wanted(),
				wanted.files().baseOf(catalog), wanted.actor(), wanted.createdAt(), wanted.brokenOff());
	}

}
