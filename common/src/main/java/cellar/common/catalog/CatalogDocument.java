package cellar.common.catalog;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A whole catalog as it is published.
 *
 * @param version the format, {@link #FORMAT}
 * @param serial the publication that wrote it; grows with each
 * @param published when its content was frozen, ISO-8601 in UTC
 * @param expires when readers must not believe it any more, ISO-8601 in UTC
 * @param images newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record CatalogDocument(@Nullable String version, @Nullable Long serial, @Nullable String published,
		@Nullable String expires, List<CatalogEntry> images) {

	/**
	 * The format that eustore clients ask for.
	 */
	public static final String FORMAT = "eustore-catalog-2011-12-29";

	public CatalogDocument {
		images = List.copyOf(images);
	}

}
