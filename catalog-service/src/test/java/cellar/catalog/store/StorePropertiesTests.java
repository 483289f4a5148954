package cellar.catalog.store;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cellar.common.test.Binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StorePropertiesTests {

	@Test
	void bindWhenNothingIsSetHasDefaults() {
		StoreProperties properties = bind();
		assertThat(properties.endpoint()).isNull();
		assertThat(properties.region()).isEqualTo("us-east-1");
		assertThat(properties.pathStyle()).isTrue();
		assertThat(properties.publicAccess()).isEqualTo(PublicAccess.ACL);
		assertThat(properties.buckets()).isEqualTo(new Buckets("starter-emis", "cellar-site"));
	}

	@Test
	void bindWhenEverythingIsSetMapsIt() {
		StoreProperties properties = bind("endpoint=https://s3.example", "region=eu-1", "path-style=false",
				"access-key=key", "secret-key=very-secret", "public-access=policy", "images-bucket=images",
				"site-bucket=site");
		assertThat(properties.connection().endpoint()).hasToString("https://s3.example");
		assertThat(properties.connection().region()).isEqualTo("eu-1");
		assertThat(properties.connection().pathStyle()).isFalse();
		assertThat(properties.connection().accessKey()).isEqualTo("key");
		assertThat(properties.connection().secretKey()).isEqualTo("very-secret");
		assertThat(properties.publicAccess()).isEqualTo(PublicAccess.POLICY);
		assertThat(properties.buckets()).isEqualTo(new Buckets("images", "site"));
		assertThat(properties.toString()).contains("key", "images").doesNotContain("very-secret");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			images-bucket=Upper       | on field 'imagesBucket'
			site-bucket=ab            | on field 'siteBucket'
			site-bucket=starter-emis  | 'images-bucket' and 'site-bucket' must differ
			public-access=sometimes   | PublicAccess.sometimes
			endpoint=:                | Expected scheme name
			""")
	void bindWhenValueIsWrongSaysWhy(String pair, String message) {
		assertThatThrownBy(() -> bind(pair)).rootCause().hasMessageContaining(message);
	}

	@Test
	void connectionWhenEndpointIsEmptyIsAws() {
		assertThat(bind("endpoint=").connection().endpoint()).isNull();
	}

	private static StoreProperties bind(String... pairs) {
		return Binding.bind("cellar.catalog.store", StoreProperties.class, pairs);
	}

}
