package cellar.stack.starter;

import java.util.HashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * The images that the catalog has, whatever their state, by name.
 */
final class KnownImages {

	private static final int PAGE_SIZE = 200;

	private final Map<String, JsonNode> byName;

	private KnownImages(Map<String, JsonNode> byName) {
		this.byName = byName;
	}

	static KnownImages list(CatalogClient catalog) {
		Map<String, JsonNode> byName = new HashMap<>();
		for (int page = 0;; page++) {
			JsonNode list = catalog.get("/api/v1/images?sort=name&size=" + PAGE_SIZE + "&page=" + page);
			list.path("items").forEach((image) -> byName.put(image.path("name").asString(), image));
			if ((page + 1L) * PAGE_SIZE >= list.path("total").asLong()) {
				return new KnownImages(byName);
			}
		}
	}

	boolean isMissing(String name) {
		return !this.byName.containsKey(name);
	}

	JsonNode get(String name) {
		JsonNode image = this.byName.get(name);
		if (image == null) {
			throw new CatalogProblemException("The catalog has no image '%s'".formatted(name));
		}
		return image;
	}

}
