package cellar.gateway.cache;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import cellar.gateway.origin.Headers;

import static org.assertj.core.api.Assertions.assertThat;

class IndexTests {

	private static final long PLENTY = Long.MAX_VALUE / 4;

	@Test
	void removeWhenRenewedMeanwhileRemovesTheRenewedOne() {
		Index index = new Index(PLENTY, PLENTY);
		Entry entry = entry("a", "1", Headers.of());
		index.put(entry, 0);
		Entry renewed = entry
			.renewed(entry.object().renewed(Headers.of("X", "y".repeat(9000)), Instant.EPOCH, Duration.ZERO));
		assertThat(index.replace(entry, renewed)).isTrue();
		assertThat(index.figures(0, 0).bytes()).isEqualTo(renewed.footprint()).isGreaterThan(entry.footprint());
		assertThat(index.remove(entry)).isTrue();
		assertThat(index.get(entry.object().key())).isNull();
		assertThat(index.figures(0, 0).bytes()).isZero();
	}

	@Test
	void removeWhenReplacedMeanwhileLeavesTheOther() {
		Index index = new Index(PLENTY, PLENTY);
		Entry entry = entry("a", "1", Headers.of());
		index.put(entry, 0);
		index.put(entry("a", "2", Headers.of()), 0);
		assertThat(index.remove(entry)).isFalse();
		assertThat(index.get(entry.object().key())).isNotNull();
	}

	@Test
	void reserveWhenEntriesTakeTooMuchMemoryDropsTheOldest() {
		Index index = new Index(PLENTY, 100 * 1024);
		for (int i = 0; i < 1000; i++) {
			assertThat(index.reserve(0, 0)).isNotNull();
			index.put(entry("o" + i, "g" + i, Headers.of("X-Long", "x".repeat(1000))), 0);
		}
		assertThat(index.figures(0, 0).objects()).isBetween(5, 50);
		assertThat(index.get(new Key("/", "memory", "o999"))).isNotNull();
	}

	private static Entry entry(String object, String generation, Headers headers) {
		return Entry.written(new StoredObject(new Key("/", "memory", object), generation, headers, 1, 0, Instant.EPOCH,
				Duration.ZERO));
	}

}
