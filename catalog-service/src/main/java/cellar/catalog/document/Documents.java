package cellar.catalog.document;

import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Everything that one publication consists of.
 */
@Component
public class Documents {

	private final EustoreCatalogs catalogs = new EustoreCatalogs();

	private final CatalogPage page;

	private final StyleSheet style = new StyleSheet();

	Documents(SiteProperties site) {
		this.page = new CatalogPage(site.address());
	}

	/**
	 * Renders the documents that readers find under fixed names.
	 * @param edition what to render
	 * @return the documents, in no particular order
	 */
	public List<RenderedDocument> render(Edition edition) {
		return List.of(this.catalogs.readable(edition), this.catalogs.numbered(edition),
				this.page.render(edition, this.style.sheet()));
	}

	/**
	 * Returns what the documents refer to, under names that never get other content.
	 * @return the assets
	 */
	public List<RenderedDocument> assets() {
		return List.of(this.style.sheet());
	}

}
