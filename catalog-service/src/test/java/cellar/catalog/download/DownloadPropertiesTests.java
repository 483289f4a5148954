package cellar.catalog.download;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

import cellar.common.test.Binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DownloadPropertiesTests {

	@Test
	void bindWhenNothingIsSetHasDefaults() {
		assertThat(bind()).isEqualTo(new DownloadProperties(2, 5, Duration.ofSeconds(10), DataSize.ofKilobytes(10)));
	}

	@Test
	void bindWhenEverythingIsSetMapsIt() {
		assertThat(bind("concurrent-fetches=8", "fetch-attempts=1", "fetch-pause=1h", "min-rate=1B"))
			.isEqualTo(new DownloadProperties(8, 1, Duration.ofHours(1), DataSize.ofBytes(1)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			concurrent-fetches=0 | on field 'concurrentFetches'
			concurrent-fetches=9 | on field 'concurrentFetches'
			fetch-attempts=0     | on field 'fetchAttempts'
			fetch-attempts=101   | on field 'fetchAttempts'
			fetch-pause=0s       | 'fetch-pause' must be
			fetch-pause=61m      | 'fetch-pause' must be
			min-rate=0B          | 'min-rate' must be
			min-rate=101MB       | 'min-rate' must be
			""")
	void bindWhenValueIsWrongSaysWhy(String pair, String message) {
		assertThatThrownBy(() -> bind(pair)).rootCause().hasMessageContaining(message);
	}

	@Test
	void pauseDoublesUpToAnHour() {
		DownloadProperties properties = bind("fetch-pause=10m");
		assertThat(properties.pauseAfter(1)).isEqualTo(Duration.ofMinutes(10));
		assertThat(properties.pauseAfter(3)).isEqualTo(Duration.ofMinutes(40));
		assertThat(properties.pauseAfter(4)).isEqualTo(Duration.ofHours(1));
		assertThat(properties.pauseAfter(100)).isEqualTo(Duration.ofHours(1));
	}

	private static DownloadProperties bind(String... pairs) {
		return Binding.bind("cellar.catalog.intake", DownloadProperties.class, pairs);
	}

}
