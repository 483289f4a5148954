package cellar.catalog.eustore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CatalogParserTests {

	private final CatalogParser parser = new CatalogParser(2);

	@Test
	void entriesOfACatalog() {
		assertThat(this.parser.entries("{\"images\": [{}, 1]}")).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource({ "'<!DOCTYPE html><p>Not found', HTML", "'{\"images\": [', not JSON", "'[]', not an object",
			"'{\"images\": {}}', array", "'{}', array", "'{\"images\": [1, 2, 3]}', at most 2", "'', object" })
	void entriesWhenNoCatalogSaysWhatItIs(String content, String reason) {
		assertThatExceptionOfType(CatalogParser.NoCatalogException.class).isThrownBy(() -> this.parser.entries(content))
			.withMessageContaining(reason);
	}

}
