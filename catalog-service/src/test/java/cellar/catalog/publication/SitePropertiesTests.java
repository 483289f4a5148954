package cellar.catalog.publication;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.common.test.Binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SitePropertiesTests {

	@Test
	void defaults() {
		assertThat(bind().address()).isNull();
		assertThat(bind("public-url=").address()).isNull();
	}

	@Test
	void everything() {
		assertThat(bind("public-url=https://images.example").address()).hasToString("https://images.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ftp://host", "images.example" })
	void whenAValueIsWrongFails(String url) {
		assertThatThrownBy(() -> bind("public-url=" + url)).isInstanceOf(Exception.class);
	}

	private static SiteProperties bind(String... pairs) {
		return Binding.bind("cellar.catalog", SiteProperties.class, pairs);
	}

}
