package cellar.catalog.artifact;

import java.time.Duration;

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
		assertThat(bind()).isEqualTo(
				new ArtifactProperties(DataSize.ofGigabytes(100), 4, Duration.ofMinutes(30), Duration.ofMinutes(1)));
	}

	@Test
	void bindWhenEverythingIsSetMapsIt() {
		assertThat(bind("max-size=1MB", "concurrent-uploads=2", "abandon-after=5s", "sweep-every=3s")).isEqualTo(
				new ArtifactProperties(DataSize.ofMegabytes(1), 2, Duration.ofSeconds(5), Duration.ofSeconds(3)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			max-size=0            | 'max-size' must be 1 byte to 500 GB
			max-size=501GB        | 'max-size' must be 1 byte to 500 GB
			concurrent-uploads=0  | on field 'concurrentUploads'
			concurrent-uploads=65 | on field 'concurrentUploads'
			abandon-after=0s      | 'abandon-after' and 'sweep-every' must be at least 1 second
			sweep-every=1ms       | 'abandon-after' and 'sweep-every' must be at least 1 second
			""")
	void bindWhenValueIsWrongSaysWhy(String pair, String message) {
		assertThatThrownBy(() -> bind(pair)).rootCause().hasMessageContaining(message);
	}

	private static ArtifactProperties bind(String... pairs) {
		return Binding.bind("cellar.catalog.artifact", ArtifactProperties.class, pairs);
	}

}
