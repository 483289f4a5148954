package cellar.catalog.intake;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

import cellar.common.test.Binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IntakePropertiesTests {

	@Test
	void bindWhenNothingIsSetHasDefaults() {
		assertThat(bind()).isEqualTo(new IntakeProperties(DataSize.ofMegabytes(10), 10_000, Duration.ofSeconds(30)));
	}

	@Test
	void bindWhenEverythingIsSetMapsIt() {
		assertThat(bind("max-size=1MB", "max-entries=5", "timeout=2s"))
			.isEqualTo(new IntakeProperties(DataSize.ofMegabytes(1), 5, Duration.ofSeconds(2)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			max-size=0         | 'max-size' must be 1 byte to 100 MB
			max-size=101MB     | 'max-size' must be 1 byte to 100 MB
			max-entries=0      | on field 'maxEntries'
			max-entries=100001 | on field 'maxEntries'
			timeout=0s         | 'timeout' must be at least 1 second
			""")
	void bindWhenValueIsWrongSaysWhy(String pair, String message) {
		assertThatThrownBy(() -> bind(pair)).rootCause().hasMessageContaining(message);
	}

	private static IntakeProperties bind(String... pairs) {
		return Binding.bind("cellar.catalog.intake", IntakeProperties.class, pairs);
	}

}
