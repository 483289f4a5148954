package cellar.catalog.eustore;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the text of a catalog as far as its entries. A text may be much larger as a tree,
 * so that there is never a tree of more than one entry.
 */
public class CatalogParser {

	private static final int MAX_ENTRY = 64 * 1024;

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
	 * @return its entries, whatever they are, each read when it is asked for
	 * @throws NoCatalogException if the text is no catalog
	 */
	public List<JsonNode> entries(String text) {
		try (JsonParser parser = this.json.createParser(text)) {
			return new Entries(this.json, text, images(parser));
		}
		catch (JacksonException ex) {
			throw new NoCatalogException(text.stripLeading().startsWith("<")
					? "It is HTML or XML, not JSON; perhaps the page of an error" : "It is not JSON");
		}
	}

	private List<Span> images(JsonParser parser) {
		if (parser.nextToken() != JsonToken.START_OBJECT) {
			parser.skipChildren();
			expectEnd(parser);
			throw new NoCatalogException("It is JSON but not an object with 'images'");
		}
		@Nullable List<Span> images = null;
		while (parser.nextToken() != JsonToken.END_OBJECT) {
			boolean wanted = "images".equals(parser.currentName());
			if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
				images = spans(parser);
			}
			else {
				parser.skipChildren();
			}
		}
		expectEnd(parser);
		if (images == null) {
			throw new NoCatalogException("It has no array 'images'");
		}
		return images;
	}

	private List<Span> spans(JsonParser parser) {
		List<Span> spans = new ArrayList<>();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			if (spans.size() == this.maxEntries) {
				throw new NoCatalogException(
						"It has more entries than the %d that are taken at most".formatted(this.maxEntries));
			}
			spans.add(span(parser, spans.size() + 1));
		}
		return spans;
	}

	private static Span span(JsonParser parser, int number) {
		long start = parser.currentTokenLocation().getCharOffset();
		parser.skipChildren();
		// The text of a string is read late.
		parser.finishToken();
		long end = parser.currentLocation().getCharOffset();
		if (end - start > MAX_ENTRY) {
			throw new NoCatalogException("Its entry %d has more than %d characters".formatted(number, MAX_ENTRY));
		}
		return new Span((int) start, (int) end);
	}

	private static void expectEnd(JsonParser parser) {
		if (parser.nextToken() != null) {
			throw new NoCatalogException("It is not JSON");
		}
	}

	/**
	 * Where an entry stands in the text.
	 *
	 * @param start its first character
	 * @param end the character behind it
	 */
	private record Span(int start, int end) {

	}

	/**
	 * Thrown when some text is no catalog.
	 */
	public static class NoCatalogException extends RuntimeException {

		NoCatalogException(String message) {
			super(message);
		}

	}

	private static final class Entries extends AbstractList<JsonNode> {

		private final JsonMapper json;

		private final String text;

		private final List<Span> spans;

		private Entries(JsonMapper json, String text, List<Span> spans) {
			this.json = json;
			this.text = text;
			this.spans = spans;
		}

		@Override
		public JsonNode get(int index) {
			Span span = this.spans.get(index);
			return this.json.readTree(this.text.substring(span.start(), span.end()));
		}

		@Override
		public int size() {
			return this.spans.size();
		}

	}

}
