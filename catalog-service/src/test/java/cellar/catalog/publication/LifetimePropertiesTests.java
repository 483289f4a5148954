package cellar.catalog.publication;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.common.test.Binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LifetimePropertiesTests {

	@Test
	void bindWhenNothingIsSetHasDefaults() {
		assertThat(bind()).isEqualTo(new LifetimeProperties(Duration.ofDays(30)));
	}

	@Test
	void bindWhenEverythingIsSetMapsIt() {
		assertThat(bind("publication-lifetime=12h")).isEqualTo(new LifetimeProperties(Duration.ofHours(12)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "publication-lifetime=59m", "publication-lifetime=3661d", "publication-lifetime=-1d" })
	void bindWhenValueIsWrongSaysWhy(String pair) {
		assertThatThrownBy(() -> bind(pair)).rootCause()
			.hasMessageContaining("'publication-lifetime' must be 1 hour to 10 years");
	}

	private static LifetimeProperties bind(String... pairs) {
		return Binding.bind("cellar.catalog", LifetimeProperties.class, pairs);
	}

}
