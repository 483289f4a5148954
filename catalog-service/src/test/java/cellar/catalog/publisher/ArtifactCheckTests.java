package cellar.catalog.publisher;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import cellar.catalog.description.Architecture;
import cellar.catalog.description.ImageDescription;
import cellar.catalog.library.Life;
import cellar.catalog.snapshot.SnapshotImage;
import cellar.catalog.store.Buckets;
import cellar.catalog.store.ObjectHeaders;
import cellar.common.test.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArtifactCheckTests {

	private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

	private final InMemoryStore store = new InMemoryStore();

	private final SettableClock clock = new SettableClock(NOW);

	private final ArtifactCheck check = new ArtifactCheck(this.store, new Buckets("images", "site"), this.clock);

	@Test
	void objectionsNameWhatIsMissingOrHasAnotherSize() {
		put("a", 1);
		put("b", 2);
		assertThat(this.check.objections(List.of(image("a"), image("b"), image("c")))).containsExactly(
				"The artifact of 'b' has 2 bytes in the store instead of 1", "The artifact of 'c' is not in the store");
	}

	@Test
	void objectionsWhenAllWereThereAMomentAgoAsksForNewOnesOnly() {
		put("a", 1);
		put("b", 1);
		this.check.objections(List.of(image("a")));
		assertThat(this.check.objections(List.of(image("a"), image("b")))).isEmpty();
		assertThat(this.store.calls()).filteredOn((call) -> call.startsWith("size "))
			.containsExactly("size a", "size b");
	}

	@Test
	void objectionsWhenTheLookIsOldOrTheClockWasSetBackLooksAgain() {
		put("a", 1);
		this.check.objections(List.of(image("a")));
		this.clock.advance(Duration.ofSeconds(-1));
		this.check.objections(List.of(image("a")));
		this.clock.advance(Duration.ofSeconds(601));
		this.check.objections(List.of(image("a")));
		assertThat(this.store.calls()).filteredOn("size a"::equals).hasSize(3);
	}

	@Test
	void objectionsWhenSomethingWasMissingLooksAgain() {
		this.check.objections(List.of(image("a")));
		put("a", 1);
		assertThat(this.check.objections(List.of(image("a")))).isEmpty();
	}

	@Test
	void objectionsWhenOneLookFailsFails() {
		FaultyStore faulty = new FaultyStore(this.store, 3, false);
		ArtifactCheck failing = new ArtifactCheck(faulty, new Buckets("images", "site"), this.clock);
		List<SnapshotImage> images = IntStream.range(0, 100).mapToObj((number) -> image("a" + number)).toList();
		assertThatExceptionOfType(FaultyStore.CrashException.class).isThrownBy(() -> failing.objections(images));
	}

	private void put(String key, int size) {
		this.store.put("images", key, new byte[size], new ObjectHeaders("application/gzip", "no-cache"));
	}

	private static SnapshotImage image(String name) {
		ImageDescription about = new ImageDescription(name, "debian", Architecture.X86_64, "1", "", List.of("kvm"),
				"hvm", false, "debian-based", "", null, null, null, List.of(), Map.of());
		return new SnapshotImage(UUID.randomUUID(), about, "0481432305", NOW, "", "ACTIVE", Life.UNTOUCHED, name,
				"images/" + name, 1, "", "");
	}

}
