package cellar.catalog.source;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cellar.common.test.Binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SourcePropertiesTests {

	@Test
	void bindWhenNothingIsSetHasDefaults() {
		assertThat(bind()).isEqualTo(
				new SourceProperties(List.of(), List.of(), List.of(new PortRange(80, 80), new PortRange(443, 443))));
	}

	@Test
	void bindWhenEverythingIsSetMapsIt() {
		assertThat(bind("allow-internal=10.0.0.0/8", "hosts=*.example.com", "ports=80,8000-8999"))
			.isEqualTo(new SourceProperties(List.of("10.0.0.0/8"), List.of("*.example.com"),
					List.of(new PortRange(80, 80), new PortRange(8000, 8999))));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			ports=http        | neither a port nor a range
			ports=0           | are no ports
			ports=65536       | are no ports
			ports=90-80       | are no ports
			hosts=http://a.b/ | 'hosts' must be names
			hosts=*           | 'hosts' must be names
			""")
	void bindWhenValueIsWrongSaysWhy(String pair, String message) {
		assertThatThrownBy(() -> bind(pair)).rootCause().hasMessageContaining(message);
	}

	private static SourceProperties bind(String... pairs) {
		return Binding.bind("cellar.catalog.intake", SourceProperties.class, pairs);
	}

}
