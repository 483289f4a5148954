package cellar.catalog.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cellar.common.test.Binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SitePropertiesTests {

	@Test
	void bindWhenNothingIsSetHasDefaults() {
		assertThat(bind().address()).isNull();
		assertThat(bind("public-url=").address()).isNull();
	}

	@Test
	void bindWhenEverythingIsSetMapsIt() {
		assertThat(bind("public-url=https://images.example").address()).hasToString("https://images.example");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			public-url=ftp://host     | 'public-url' must be an http or https URL
			public-url=images.example | 'public-url' must be an http or https URL
			""")
	void bindWhenValueIsWrongSaysWhy(String pair, String message) {
		assertThatThrownBy(() -> bind(pair)).rootCause().hasMessageContaining(message);
	}

	private static SiteProperties bind(String... pairs) {
		return Binding.bind("cellar.catalog", SiteProperties.class, pairs);
	}

}
