package cellar.catalog.intake;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request for an import: either a URL or a catalog is there. It is read without making
 * a tree, which may be much larger than the body.
 *
 * @param url where the catalog is
 * @param catalog the catalog as JSON, whatever it is
 * @param fetch whether the files of its entries are fetched too
 * @param base what their relative URLs are resolved against
 */
record ImportRequest(@Nullable String url, @Nullable String catalog, boolean fetch, @Nullable String base) {

	static ImportRequest read(JsonMapper json, byte[] body) {
		// Entries are read leniently, wherever they come from.
		try (JsonParser parser = json.reader()
			.without(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.createParser(body)) {
			return read(json, parser);
		}
		catch (JacksonException ex) {
			throw new ImportController.ImportRefusedException("The body is not JSON: line %d, column %d"
				.formatted(ex.getLocation().getLineNr(), ex.getLocation().getColumnNr()));
		}
	}

	private static ImportRequest read(JsonMapper json, JsonParser parser) {
		Map<String, String> parts = new HashMap<>();
		if (parser.nextToken() != JsonToken.START_OBJECT) {
			throw neither();
		}
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			if (parts.put(name, part(json, parser, name, parser.nextToken())) != null) {
				throw neither();
			}
		}
		String url = parts.get("url");
		String catalog = parts.get("catalog");
		if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null
				|| (url == null) == (catalog == null)) {
			throw neither();
		}
		boolean fetch = "true".equals(parts.get("fetch"));
		if (!fetch && parts.containsKey("base")) {
			throw new ImportController.ImportRefusedException("'base' is of use only with 'fetch': true");
		}
		return new ImportRequest(url, catalog, fetch, parts.get("base"));
	}

	private static String part(JsonMapper json, JsonParser parser, String name, JsonToken value) {
		boolean fits = switch (name) {
			case "catalog" -> true;
			case "url", "base" -> value == JsonToken.VALUE_STRING;
			case "fetch" -> value.isBoolean();
			default -> false;
		};
		if (!fits) {
			throw neither();
		}
		return "catalog".equals(name) ? copy(json, parser) : parser.getString();
	}

	// PostgreSQL has no place for some characters, but for their escapes.
	private static String copy(JsonMapper json, JsonParser parser) {
		StringWriter text = new StringWriter();
		try (JsonGenerator generator = json.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).createGenerator(text)) {
			generator.copyCurrentStructure(parser);
		}
		return text.toString();
	}

	private static ImportController.ImportRefusedException neither() {
		return new ImportController.ImportRefusedException(
				"Send an object with either 'url' or 'catalog', and if you like 'fetch' (true or false) and 'base' (a URL)");
	}

}
