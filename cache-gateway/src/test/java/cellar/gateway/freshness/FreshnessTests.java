package cellar.gateway.freshness;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cellar.gateway.origin.Headers;

import static org.assertj.core.api.Assertions.assertThat;

class FreshnessTests {

	private static final FreshnessPolicy POLICY = new FreshnessPolicy(Duration.ofSeconds(60), Duration.ofSeconds(5),
			Duration.ofSeconds(7), Duration.ofSeconds(1));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			max-age=10                 | true  | 10         | 5  | 7
			max-age=10, s-maxage=20    | true  | 20         | 0  | 0
			MAX-AGE="10"               | true  | 10         | 5  | 7
			no-store                   | false | 60         | 5  | 7
			private                    | false | 60         | 5  | 7
			no-cache                   | true  | 0          | 0  | 0
			max-age=10,must-revalidate | true  | 10         | 0  | 0
			max-age=nonsense           | true  | 0          | 5  | 7
			max-age=99999999999        | true  | 2147483647 | 5  | 7
			stale-if-error=1           | true  | 60         | 5  | 1
			stale-while-revalidate=2   | true  | 60         | 2  | 7
			public                     | true  | 60         | 5  | 7
			""")
	void ofReadsCacheControl(String value, boolean storable, long lifetime, long whileRevalidating, long onError) {
		Freshness freshness = Freshness.of(Headers.of("Cache-Control", value), POLICY);
		assertThat(freshness).isEqualTo(new Freshness(storable, Duration.ofSeconds(lifetime),
				Duration.ofSeconds(whileRevalidating), Duration.ofSeconds(onError)));
	}

	@Test
	void ofReadsExpiresAgainstDate() {
		Headers headers = Headers.of("Date", "Thu, 01 Jan 2026 00:00:00 GMT", "Expires",
				"Thu, 01 Jan 2026 00:02:00 GMT");
		assertThat(Freshness.of(headers, POLICY).lifetime()).isEqualTo(Duration.ofMinutes(2));
		assertThat(Freshness.of(headers.with("Expires", "0"), POLICY).lifetime()).isZero();
	}

	@Test
	void ofWhenEverythingVariesIsNotStorable() {
		assertThat(Freshness.of(Headers.of("Vary", "*"), POLICY).storable()).isFalse();
	}

	@Test
	void initialAgeIsTheLargerOfToldAndApparent() {
		Instant received = Instant.parse("2026-01-01T00:00:10Z");
		Headers headers = Headers.of("Date", "Thu, 01 Jan 2026 00:00:00 GMT", "Age", "3");
		assertThat(Freshness.initialAge(headers, received.minusSeconds(2), received)).isEqualTo(Duration.ofSeconds(10));
		assertThat(Freshness.initialAge(headers.with("Age", "30"), received.minusSeconds(2), received))
			.isEqualTo(Duration.ofSeconds(32));
	}

}
