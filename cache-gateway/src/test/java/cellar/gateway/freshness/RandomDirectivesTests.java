package cellar.gateway.freshness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import cellar.gateway.header.Headers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fields that caches go by, written in every way that is allowed and in many that are
 * not. Who reads them finds what was written, and never anything that allows more.
 */
class RandomDirectivesTests {

	private static final long SEED = Long.getLong("soak.seed", 20_261_126L);

	private static final int FIELDS = Integer.getInteger("soak.fields", 20_000);

	private static final Duration LONGEST = Duration.ofSeconds(1L << 31);

	private static final FreshnessPolicy POLICY = new FreshnessPolicy(null, Duration.ofSeconds(3),
			Duration.ofSeconds(5), Duration.ofSeconds(7));

	private static final List<String> FLAGS = List.of("no-store", "no-cache", "private", "public", "must-revalidate",
			"proxy-revalidate", "must-understand", "immutable");

	private static final List<String> DURATIONS = List.of("max-age", "s-maxage", "stale-while-revalidate",
			"stale-if-error");

	private static final List<String> SCRAPS = List.of("max-age", "s-maxage", "no-store", "=", "=", ",", ";", "\"",
			"\\", " ", "\t", "60", "-1", "1e9", "99999999999999999999", "0x10", "\u00e9", "'", "(", ")", "?1", ":AA==:",
			"Thu, 01 Jan 2026 00:00:00 GMT", "31 Feb", "GMT", "*", "%00", "\u0000");

	private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

	@Test
	void whatIsWrittenIsRead() {
		for (int i = 0; i < FIELDS; i++) {
			Map<String, @Nullable Duration> written = new HashMap<>();
			List<String> lines = lines(written);
			CacheControl read = CacheControl.parse(lines);
			assertThat(read.directives().keySet()).as("names in %s", lines)
				.filteredOn((name) -> !name.startsWith("x-"))
				.containsExactlyInAnyOrderElementsOf(written.keySet());
			DURATIONS.forEach(
					(name) -> assertThat(read.seconds(name)).as("%s in %s", name, lines).isEqualTo(written.get(name)));
		}
	}

	@Test
	void whateverComesIsJudgedWithinBounds() {
		Instant now = Instant.parse("2026-01-01T00:00:00Z");
		for (int i = 0; i < FIELDS; i++) {
			Headers headers = rubbish();
			Freshness freshness = Freshness.of(headers, POLICY);
			assertThat(freshness.lifetime()).as("lifetime of %s", headers).isBetween(Duration.ZERO, LONGEST);
			assertThat(freshness.isFresh(LONGEST)).as("fresh for ever: %s", headers).isFalse();
			assertThat(Freshness.ofAbsence(headers, POLICY)).as("absence of %s", headers)
				.isBetween(LONGEST.negated(), LONGEST);
			assertThat(Freshness.initialAge(headers, now.minusSeconds(1), now)).as("age of %s", headers)
				.isGreaterThanOrEqualTo(Duration.ofSeconds(1));
		}
	}

	@Test
	void restrictionOfItsOwnLineIsNeverHidden() {
		for (int i = 0; i < FIELDS; i++) {
			Headers headers = rubbish();
			if (TargetedControl.parse(headers.values("CDN-Cache-Control")) != null) {
				continue;
			}
			Headers confined = withLine(headers, "private");
			assertThat(Storability.of(200, confined).forAnybody()).as("%s", confined).isFalse();
			Headers stale = withLine(headers, "no-cache");
			assertThat(Freshness.of(stale, POLICY).lifetime()).as("%s", stale).isZero();
		}
	}

	private static Headers withLine(Headers headers, String directive) {
		List<Headers.Field> fields = new ArrayList<>(headers.fields());
		fields.add(new Headers.Field("Cache-Control", directive));
		return new Headers(fields);
	}

	private Headers rubbish() {
		List<String> fields = new ArrayList<>();
		for (String name : List.of("Cache-Control", "CDN-Cache-Control", "Cache-Control", "Age", "Expires", "Date",
				"Last-Modified", "Vary")) {
			if (this.random.nextInt(3) != 0) {
				fields.addAll(List.of(name, scraps()));
			}
		}
		return Headers.of(fields.toArray(String[]::new));
	}

	private String scraps() {
		StringBuilder value = new StringBuilder();
		for (int left = this.random.nextInt(12); left > 0; left--) {
			value.append(any(SCRAPS));
		}
		return value.toString();
	}

	private List<String> lines(Map<String, @Nullable Duration> written) {
		List<String> lines = new ArrayList<>();
		for (int left = 1 + this.random.nextInt(3); left > 0; left--) {
			List<String> members = new ArrayList<>();
			for (int more = this.random.nextInt(4); more > 0; more--) {
				members.add(space() + member(written) + space());
			}
			lines.add(String.join(",", members));
		}
		return lines;
	}

	private String member(Map<String, @Nullable Duration> written) {
		return switch (this.random.nextInt(5)) {
			case 0 -> "";
			case 1 -> "x-" + any(FLAGS) + "=\"" + any(FLAGS) + ", " + any(DURATIONS) + "=1\\\", public\"";
			case 2, 3 -> duration(written);
			default -> {
				String name = any(FLAGS);
				written.put(name, null);
				yield cased(name);
			}
		};
	}

	private String duration(Map<String, @Nullable Duration> written) {
		String name = any(DURATIONS);
		long seconds = this.random.nextLong(1, 1L << this.random.nextInt(1, 40));
		boolean readable = this.random.nextInt(4) != 0;
		Duration meant = (readable) ? Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds())) : Duration.ZERO;
		// Ten digits are as good as for ever.
		Duration read = (readable && seconds > 999_999_999) ? LONGEST : meant;
		written.merge(name, read,
				(one, other) -> (Comparator.<Duration>naturalOrder().compare(one, other) < 0) ? one : other);
		String number = "0".repeat(this.random.nextInt(3)) + seconds;
		String argument = (readable) ? number : any(List.of("-" + number, number + "s", "1." + number, "", "'1'"));
		return cased(name) + "=" + (this.random.nextBoolean() ? argument : "\"" + argument + "\"");
	}

	private String cased(String name) {
		return (this.random.nextBoolean()) ? name : name.toUpperCase(Locale.ROOT);
	}

	private String space() {
		return any(List.of("", "", " ", "\t", "  "));
	}

	private String any(List<String> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

}
