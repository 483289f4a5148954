package cellar.catalog.artifact;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

import cellar.common.test.Binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArtifactPropertiesTests {

	@Test
	void bindWhenNothingIsSetHasDefaults() {
		assertThat(bind()).isEqualTo(new ArtifactProperties(DataSize.ofGigabytes(100), 4, true));
	}

	@Test
	void bindWhenEverythingIsSetMapsIt() {
		assertThat(bind("max-size=1MB", "concurrent-uploads=2", "inspect=false"))
			.isEqualTo(new ArtifactProperties(DataSize.ofMegabytes(1), 2, false));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			max-size=0            | 'max-size' must be 1 byte to 500 GB
			max-size=501GB        | 'max-size' must be 1 byte to 500 GB
			concurrent-uploads=0  | on field 'concurrentUploads'
			concurrent-uploads=65 | on field 'concurrentUploads'
			""")
	void bindWhenValueIsWrongSaysWhy(String pair, String message) {
		assertThatThrownBy(() -> bind(pair)).rootCause().hasMessageContaining(message);
	}

	private static ArtifactProperties bind(String... pairs) {
		return Binding.bind("cellar.catalog.artifact", ArtifactProperties.class, pairs);
	}

}
