package cellar.catalog.eustore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CatalogParserTests {

	private final CatalogParser parser = new CatalogParser(2);

	@Test
	void entriesOfACatalog() {
		assertThat(this.parser.entries("{\"images\": [{}, 1]}")).hasSize(2);
	}

	@Test
	void entriesAreWhatStandsInTheText() {
		String text = " {\"a\": [{}], \"images\": [ {\"name\": \"\u00fc\ud83d\ude00]\"} , \"te\\\"xt\" ], \"b\": {}} ";
		assertThat(this.parser.entries(text)).map(JsonNode::toString)
			.containsExactly("{\"name\":\"\u00fc\ud83d\ude00]\"}", "\"te\\\"xt\"");
		assertThat(this.parser.entries("{\"images\": [12 , null]}")).map(JsonNode::toString)
			.containsExactly("12", "null");
	}

	@Test
	void entriesWhenOneIsLargeRefusesThem() {
		String text = "{\"images\": [{}, [" + "{},".repeat(30_000) + "{}]]}";
		assertThatExceptionOfType(CatalogParser.NoCatalogException.class).isThrownBy(() -> this.parser.entries(text))
			.withMessageContaining("entry 2");
	}

	@Test
	void entriesWhenThereAreMillionsReadsNoMoreThanItTakes() {
		String text = "{\"images\": [" + "{},".repeat(3_000_000);
		assertThatExceptionOfType(CatalogParser.NoCatalogException.class).isThrownBy(() -> this.parser.entries(text))
			.withMessageContaining("2 that are taken at most");
	}

	@ParameterizedTest
	@CsvSource({ "'<!DOCTYPE html><p>Not found', HTML", "'{\"images\": [', not JSON", "'[]', not an object",
			"'{\"images\": {}}', array", "'{}', array", "'{\"images\": [1, 2, 3]}', 2 that are taken at most",
			"'', object" })
	void entriesWhenNoCatalogSaysWhatItIs(String content, String reason) {
		assertThatExceptionOfType(CatalogParser.NoCatalogException.class).isThrownBy(() -> this.parser.entries(content))
			.withMessageContaining(reason);
	}

}
