package cellar.catalog.upload;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cellar.common.test.Binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UploadPropertiesTests {

	@Test
	void bindWhenNothingIsSetHasDefaults() {
		assertThat(bind())
			.isEqualTo(new UploadProperties(Duration.ofMinutes(30), Duration.ofHours(24), Duration.ofMinutes(1)));
	}

	@Test
	void bindWhenEverythingIsSetMapsIt() {
		assertThat(bind("abandon-after=5s", "resumable-for=6s", "sweep-every=3s"))
			.isEqualTo(new UploadProperties(Duration.ofSeconds(5), Duration.ofSeconds(6), Duration.ofSeconds(3)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			abandon-after=0s | 'abandon-after' and 'sweep-every' must be at least 1 second
			resumable-for=1m | 'resumable-for' must not be shorter than 'abandon-after'
			sweep-every=1ms  | 'abandon-after' and 'sweep-every' must be at least 1 second
			""")
	void bindWhenValueIsWrongSaysWhy(String pair, String message) {
		assertThatThrownBy(() -> bind(pair)).rootCause().hasMessageContaining(message);
	}

	private static UploadProperties bind(String... pairs) {
		return Binding.bind("cellar.catalog.artifact", UploadProperties.class, pairs);
	}

}
