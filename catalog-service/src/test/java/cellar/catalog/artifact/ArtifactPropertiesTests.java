package cellar.catalog.artifact;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

import cellar.common.test.Binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArtifactPropertiesTests {

	@Test
	void defaults() {
		assertThat(bind()).isEqualTo(
				new ArtifactProperties(DataSize.ofGigabytes(100), 4, Duration.ofMinutes(30), Duration.ofMinutes(1)));
	}

	@Test
	void everything() {
		assertThat(bind("max-size=1MB", "concurrent-uploads=2", "abandon-after=5s", "sweep-every=3s")).isEqualTo(
				new ArtifactProperties(DataSize.ofMegabytes(1), 2, Duration.ofSeconds(5), Duration.ofSeconds(3)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "max-size=0", "max-size=501GB", "concurrent-uploads=0", "concurrent-uploads=65",
			"abandon-after=0s", "sweep-every=1ms" })
	void whenAValueIsWrongFails(String pair) {
		assertThatThrownBy(() -> bind(pair)).isInstanceOf(Exception.class);
	}

	private static ArtifactProperties bind(String... pairs) {
		return Binding.bind("cellar.catalog.artifact", ArtifactProperties.class, pairs);
	}

}
