package cellar.catalog.gateway;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cellar.common.test.Binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GatewayPropertiesTests {

	@Test
	void bindWhenNothingIsSetHasDefaults() {
		assertThat(bind().gateways()).isEmpty();
	}

	@Test
	void bindWhenEverythingIsSetMapsIt() {
		GatewayProperties properties = bind("gateways[0].admin-url=http://127.0.0.1:9080",
				"gateways[0].token=very-secret", "gateways[0].public-url=http://127.0.0.1:8080");
		assertThat(properties.gateways().getFirst().site()).hasToString("http://127.0.0.1:8080");
		assertThat(properties.gateways().getFirst().adminUrl()).hasToString("http://127.0.0.1:9080");
		assertThat(properties.gateways().getFirst().token()).isEqualTo("very-secret");
		assertThat(properties.toString()).contains("9080").doesNotContain("very-secret");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			ftp://host  | token | 'admin-url' must be an http or https URL
			/path       | token | 'admin-url' must be an http or https URL
			http://host | ` `   | on field 'token'
			""")
	void bindWhenValueIsWrongSaysWhy(String url, String token, String message) {
		assertThatThrownBy(() -> bind("gateways[0].admin-url=" + url, "gateways[0].token=" + token)).rootCause()
			.hasMessageContaining(message);
	}

	@Test
	void bindWhenPublicUrlIsNoneSaysSo() {
		assertThatThrownBy(() -> bind("gateways[0].admin-url=http://host", "gateways[0].token=token",
				"gateways[0].public-url=ftp://host"))
			.rootCause()
			.hasMessageContaining("'public-url' must be an http or https URL");
	}

	@Test
	void siteWhenPublicUrlIsEmptyIsNone() {
		assertThat(bind("gateways[0].admin-url=http://host", "gateways[0].token=token", "gateways[0].public-url=")
			.gateways()
			.getFirst()
			.site()).isNull();
	}

	private static GatewayProperties bind(String... pairs) {
		return Binding.bind("cellar.catalog", GatewayProperties.class, pairs);
	}

}
