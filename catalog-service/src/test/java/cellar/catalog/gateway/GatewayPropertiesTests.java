package cellar.catalog.gateway;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cellar.common.test.Binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GatewayPropertiesTests {

	@Test
	void defaults() {
		assertThat(bind().gateways()).isEmpty();
	}

	@Test
	void everything() {
		GatewayProperties properties = bind("gateways[0].admin-url=http://127.0.0.1:9080",
				"gateways[0].token=very-secret");
		assertThat(properties.gateways().getFirst().adminUrl()).hasToString("http://127.0.0.1:9080");
		assertThat(properties.gateways().getFirst().token()).isEqualTo("very-secret");
		assertThat(properties.toString()).contains("9080").doesNotContain("very-secret");
	}

	@ParameterizedTest
	@CsvSource({ "ftp://host, token", "/path, token", "http://host, ' '" })
	void whenAValueIsWrongFails(String url, String token) {
		assertThatThrownBy(() -> bind("gateways[0].admin-url=" + url, "gateways[0].token=" + token))
			.isInstanceOf(Exception.class);
	}

	private static GatewayProperties bind(String... pairs) {
		return Binding.bind("cellar.catalog", GatewayProperties.class, pairs);
	}

}
