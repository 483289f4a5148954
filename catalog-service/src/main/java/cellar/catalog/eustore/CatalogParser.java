package cellar.catalog.eustore;

import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the text of a catalog as far as its entries.
 */
public class CatalogParser {

	private final JsonMapper json = new JsonMapper();

	private final int maxEntries;

	/**
	 * Creates a parser.
	 * @param maxEntries the most entries that a catalog may have
	 */
	public CatalogParser(int maxEntries) {
		this.maxEntries = maxEntries;
	}

	/**
	 * Returns the entries of a catalog.
	 * @param text the catalog
	 * @return its entries, whatever they are
	 * @throws NoCatalogException if the text is no catalog
	 */
	public List<JsonNode> entries(String text) {
		JsonNode catalog;
		try {
			catalog = this.json.readTree(text);
		}
		catch (JacksonException ex) {
			throw new NoCatalogException(text.stripLeading().startsWith("<")
					? "It is HTML or XML, not JSON; perhaps the page of an error" : "It is not JSON");
		}
		return entries(catalog);
	}

	/**
	 * Returns the entries of a catalog that was parsed before.
	 * @param catalog the catalog
	 * @return its entries, whatever they are
	 * @throws NoCatalogException if it is no catalog
	 */
	public List<JsonNode> entries(JsonNode catalog) {
		if (!catalog.isObject()) {
			throw new NoCatalogException("It is JSON but not an object with 'images'");
		}
		JsonNode images = catalog.path("images");
		if (!images.isArray()) {
			throw new NoCatalogException("It has no array 'images'");
		}
		if (images.size() > this.maxEntries) {
			throw new NoCatalogException(
					"It has %d entries; at most %d are taken".formatted(images.size(), this.maxEntries));
		}
		return images.valueStream().toList();
	}

	/**
	 * Thrown when some text is no catalog.
	 */
	public static class NoCatalogException extends RuntimeException {

		NoCatalogException(String message) {
			super(message);
		}

	}

}
