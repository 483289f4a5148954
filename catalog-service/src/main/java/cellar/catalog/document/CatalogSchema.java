package cellar.catalog.document;

/**
 * The JSON Schema (draft 2020-12) of both eustore documents. Caches keep it for a year,
 * so that a changed schema needs another number in its name.
 */
class CatalogSchema {

	static final String NAME = RenderedDocument.SCHEMAS + "catalog-1.json";

	private final RenderedDocument schema = new RenderedDocument(NAME, "application/schema+json",
			ClassPathFile.read(NAME));

	RenderedDocument schema() {
		return this.schema;
	}

}
