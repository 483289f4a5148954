package cellar.common.test.eustore;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One image of a catalog as Python sees it.
 */
record CatalogRow(JsonNode entry) {

	private static final JsonMapper JSON = new JsonMapper();

	static List<CatalogRow> read(byte[] catalog) {
		return present(JSON.readTree(catalog), "images").valueStream().map(CatalogRow::new).toList();
	}

	/**
	 * Reads {@code image['key']}.
	 */
	String text(String key) {
		return present(this.entry, key).asString();
	}

	/**
	 * Reads {@code image.get('key')} for printing.
	 */
	String textOrNothing(String key) {
		return this.entry.path(key).asString();
	}

	List<String> texts(String key) {
		return present(this.entry, key).valueStream().map(JsonNode::asString).toList();
	}

	/**
	 * Tells {@code bool(image.get('key'))}.
	 */
	boolean isTruthy(String key) {
		JsonNode value = this.entry.path(key);
		return value.isString() ? !value.stringValue().isEmpty() : value.asBoolean(false);
	}

	private static JsonNode present(JsonNode node, String key) {
		if (!node.has(key)) {
			// A KeyError says no more.
			throw new ClientFailedException("'" + key + "'");
		}
		return node.get(key);
	}

}
