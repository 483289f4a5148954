package cellar.catalog.collection;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.common.test.Binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CollectionPropertiesTests {

	@Test
	void bindWhenNothingIsSetHasDefaults() {
		assertThat(bind()).isEqualTo(new CollectionProperties(Duration.ofHours(24), Duration.ofHours(24)));
	}

	@Test
	void bindWhenEverythingIsSetMapsIt() {
		assertThat(bind("every=1h", "min-age=30d"))
			.isEqualTo(new CollectionProperties(Duration.ofHours(1), Duration.ofDays(30)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "every=59m", "every=3654d", "min-age=23h", "min-age=3654d" })
	void bindWhenValueIsWrongSaysWhy(String pair) {
		String property = pair.substring(0, pair.indexOf('='));
		assertThatThrownBy(() -> bind(pair)).rootCause().hasMessageContaining("'" + property + "' must be");
	}

	private static CollectionProperties bind(String... pairs) {
		return Binding.bind("cellar.catalog.collection", CollectionProperties.class, pairs);
	}

}
