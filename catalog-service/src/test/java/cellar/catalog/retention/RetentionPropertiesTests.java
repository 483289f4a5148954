package cellar.catalog.retention;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.common.test.Binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RetentionPropertiesTests {

	@Test
	void bindWhenNothingIsSetHasDefaults() {
		assertThat(bind()).isEqualTo(new RetentionProperties(100, Duration.ofDays(365), Duration.ofDays(7)));
	}

	@Test
	void bindWhenEverythingIsSetMapsIt() {
		assertThat(bind("keep-count=5", "keep-for=30d", "undelete-window=2h"))
			.isEqualTo(new RetentionProperties(5, Duration.ofDays(30), Duration.ofHours(2)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "keep-for=23h", "keep-for=36526d", "undelete-window=59m", "undelete-window=3654d",
			"keep-count=0", "keep-count=100001" })
	void bindWhenValueIsWrongSaysWhy(String pair) {
		String property = pair.substring(0, pair.indexOf('='));
		String field = property.equals("keep-count") ? "keepCount" : "'" + property + "' must be";
		assertThatThrownBy(() -> bind(pair)).rootCause().hasMessageContaining(field);
	}

	private static RetentionProperties bind(String... pairs) {
		return Binding.bind("cellar.catalog.retention", RetentionProperties.class, pairs);
	}

}
