package cellar.catalog.task;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTests {

	@ParameterizedTest
	@CsvSource({ "0, 1", "1, 2", "4, 16", "5, 30", "1000000, 30" })
	void pauseGrowsToHalfAMinute(int failures, long seconds) {
		assertThat(Backoff.pause(failures)).isEqualTo(Duration.ofSeconds(seconds));
	}

}
