package cellar.gateway.freshness;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cellar.gateway.header.Headers;

import static org.assertj.core.api.Assertions.assertThat;

class FreshnessTests {

	private static final FreshnessPolicy POLICY = policy(Duration.ofSeconds(60));

	private static final FreshnessPolicy GUESSING = policy(null);

	private static final String DATE = "Thu, 01 Jan 2026 00:00:00 GMT";

	private static FreshnessPolicy policy(@Nullable Duration defaultTtl) {
		return new FreshnessPolicy(defaultTtl, Duration.ofSeconds(5), Duration.ofSeconds(7), Duration.ofSeconds(1));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			max-age=10                      | 10         | 5  | 7
			max-age=10, s-maxage=20         | 20         | 0  | 0
			MAX-AGE="10"                    | 10         | 5  | 7
			max-age=0010                    | 10         | 5  | 7
			no-cache                        | 0          | 0  | 0
			max-age=10, no-cache            | 0          | 0  | 0
			no-cache="a, b", max-age=10     | 0          | 0  | 0
			max-age=10,must-revalidate      | 10         | 0  | 0
			max-age=10,proxy-revalidate     | 10         | 0  | 0
			max-age=nonsense                | 0          | 5  | 7
			max-age=-10                     | 0          | 5  | 7
			max-age=10.5                    | 0          | 5  | 7
			max-age='10'                    | 0          | 5  | 7
			max-age =10                     | 0          | 5  | 7
			max-age= 10                     | 0          | 5  | 7
			max-age                         | 0          | 5  | 7
			max-age=1, max-age=100          | 1          | 5  | 7
			max-age=100, max-age=1          | 1          | 5  | 7
			max-age=100, max-age=x          | 0          | 5  | 7
			x="max-age=100", max-age=1      | 1          | 5  | 7
			x="a\\", max-age=100", max-age=1 | 1          | 5  | 7
			x="open, no-cache, max-age=10   | 0          | 0  | 0
			max-age=2147483647              | 2147483648 | 5  | 7
			max-age=99999999999             | 2147483648 | 5  | 7
			stale-if-error=1                | 60         | 5  | 1
			stale-while-revalidate=2        | 60         | 2  | 7
			public                          | 60         | 5  | 7
			, ,max-age=10,                  | 10         | 5  | 7
			""")
	void ofReadsCacheControl(String value, long lifetime, long whileRevalidating, long onError) {
		Freshness freshness = Freshness.of(Headers.of("Cache-Control", value), POLICY);
		assertThat(freshness).isEqualTo(new Freshness(Duration.ofSeconds(lifetime),
				Duration.ofSeconds(whileRevalidating), Duration.ofSeconds(onError)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			max-age=10                  | 10
			max-age=10;secret=1, future | 10
			s-maxage=20, max-age=10     | 20
			no-cache                    | 0
			no-cache=?0, max-age=10     | 10
			max-age=-10                 | 0
			must-revalidate             | 60
			""")
	void ofPrefersWhatIsForSharedCaches(String value, long lifetime) {
		Headers headers = Headers.of("CDN-Cache-Control", value, "Cache-Control", "max-age=1", "Date", DATE, "Expires",
				DATE);
		assertThat(Freshness.of(headers, POLICY).lifetime()).isEqualTo(Duration.ofSeconds(lifetime));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			max-age="10"
			max-age=10.0
			max-age =10
			MaX-aGe=10
			max-age=10, &&&
			``
			""")
	void ofWhenThatIsMalformedReadsCacheControl(String value) {
		Headers headers = Headers.of("CDN-Cache-Control", value, "Cache-Control", "max-age=1");
		assertThat(Freshness.of(headers, POLICY).lifetime()).isEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void ofReadsExpiresAgainstDate() {
		Headers headers = Headers.of("Date", DATE, "Expires", "Thu, 01 Jan 2026 00:02:00 GMT");
		assertThat(Freshness.of(headers, POLICY).lifetime()).isEqualTo(Duration.ofMinutes(2));
		assertThat(Freshness.of(headers.with("Expires", "0"), POLICY).lifetime()).isZero();
		assertThat(Freshness.of(headers.with("Date", "yesterday"), POLICY).lifetime()).isZero();
	}

	@Test
	void ofWhenExpiresContradictsItselfIsStale() {
		Headers headers = Headers.of("Date", DATE, "Expires", "Thu, 01 Jan 2026 00:02:00 GMT", "Expires",
				"Thu, 01 Jan 2026 00:03:00 GMT");
		assertThat(Freshness.of(headers, POLICY).lifetime()).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Wed, 31 Dec 2025 23:59:00 GMT | 6
			Mon, 01 Jan 2024 00:00:00 GMT | 3600
			Fri, 02 Jan 2026 00:00:00 GMT | 0
			long ago                      | 0
			""")
	void ofWhenNobodySaysGuessesFromLastModified(String lastModified, long lifetime) {
		Headers headers = Headers.of("Date", DATE, "Last-Modified", lastModified);
		assertThat(Freshness.of(headers, GUESSING).lifetime()).isEqualTo(Duration.ofSeconds(lifetime));
		assertThat(Freshness.of(headers, POLICY).lifetime()).isEqualTo(Duration.ofSeconds(60));
	}

	@Test
	void ofWhenThereIsNothingToGuessFromIsStaleAtOnce() {
		assertThat(Freshness.of(Headers.of("Date", DATE), GUESSING).lifetime()).isZero();
	}

	@Test
	void isRenewalDueAtAnotherMomentForEachWithinATenthOfTheLifetime() {
		Freshness freshness = new Freshness(Duration.ofSeconds(100), Duration.ofSeconds(60), Duration.ZERO);
		for (int age : new int[] { 101, 103, 105, 107, 109 }) {
			long due = IntStream.range(0, 1000)
				.filter((seed) -> freshness.isRenewalDue(Duration.ofSeconds(age), seed))
				.count();
			assertThat(due).isCloseTo((age - 100) * 100L, Offset.offset(60L));
		}
		assertThat(IntStream.range(0, 1000)).allMatch((seed) -> freshness.isRenewalDue(Duration.ofSeconds(110), seed))
			.noneMatch((seed) -> freshness.isRenewalDue(Duration.ofSeconds(99), seed));
	}

	@Test
	void isRenewalDueWithinHalfTheTimeThatThereIs() {
		Freshness freshness = new Freshness(Duration.ofDays(1), Duration.ofSeconds(10), Duration.ZERO);
		assertThat(IntStream.range(0, 1000))
			.allMatch((seed) -> freshness.isRenewalDue(Duration.ofDays(1).plusSeconds(5), seed));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			3          | 10
			30         | 32
			7200, 0    | 7202
			0, 7200    | 10
			2147483648 | 2147483650
			-30        | 10
			30.0       | 10
			30;a=b     | 10
			""")
	void initialAgeIsTheLargerOfToldAndApparent(String age, long expected) {
		Instant received = Instant.parse("2026-01-01T00:00:10Z");
		Headers headers = Headers.of("Date", DATE, "Age", age, "Age", "0");
		assertThat(Freshness.initialAge(headers, received.minusSeconds(2), received))
			.isEqualTo(Duration.ofSeconds(expected));
	}

}
