package cellar.catalog.intake;

import java.io.StringWriter;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request for an import: exactly one of its parts is there. It is read without making a
 * tree, which may be much larger than the body.
 *
 * @param url where the catalog is
 * @param catalog the catalog as JSON, whatever it is
 */
record ImportRequest(@Nullable String url, @Nullable String catalog) {

	static ImportRequest read(JsonMapper json, byte[] body) {
		// Entries are read leniently, wherever they come from.
		try (JsonParser parser = json.reader()
			.without(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.createParser(body)) {
			ImportRequest read = read(json, parser);
			if (parser.nextToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
				throw neither();
			}
			return read;
		}
		catch (JacksonException ex) {
			throw new ImportController.ImportRefusedException("The body is not JSON: line %d, column %d"
				.formatted(ex.getLocation().getLineNr(), ex.getLocation().getColumnNr()));
		}
	}

	private static ImportRequest read(JsonMapper json, JsonParser parser) {
		if (parser.nextToken() != JsonToken.START_OBJECT || parser.nextToken() != JsonToken.PROPERTY_NAME) {
			throw neither();
		}
		String name = parser.currentName();
		JsonToken value = parser.nextToken();
		if ("catalog".equals(name)) {
			return new ImportRequest(null, copy(json, parser));
		}
		if (!"url".equals(name)) {
			throw neither();
		}
		String url = (value == JsonToken.VALUE_STRING) ? parser.getString() : "";
		parser.skipChildren();
		return new ImportRequest(url, null);
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
				"Send an object with either 'url' or 'catalog' and nothing else");
	}

}
