package cellar.catalog.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import cellar.catalog.description.Architecture;
import cellar.catalog.description.ImageDescription;
import cellar.catalog.library.Life;

import static org.assertj.core.api.Assertions.assertThat;

class SnapshotTests {

	private static final Snapshot SNAPSHOT = new Snapshot(List.of(new SnapshotImage(new UUID(0, 1),
			new ImageDescription("debian-1", "debian", Architecture.X86_64, "1", "Debian", List.of("xen", "kvm"),
					"paravirtual", true, "debian-based", "", null, null, null, List.of(), Map.of()),
			"0481432305", Instant.parse("2012-01-14T15:21:38Z"), "3752-f34a", "ACTIVE", Life.UNTOUCHED,
			"debian-1/a/b.tgz", "images/debian-1/a/b.tgz", 11, "sha", "md5")), List.of());

	private static final Snapshot FILLED = new Snapshot(List.of(new SnapshotImage(new UUID(0, 1),
			new ImageDescription("debian-1", "debian", Architecture.X86_64, "1",
					"Debian 6 \u2013 \u201csqueeze\u201d \ud83d\udc27", List.of("xen", "kvm"), "paravirtual", true,
					"debian-based", "images@example.org", "root", null, null, List.of(), Map.of()),
			"0481432305", Instant.parse("2012-01-14T15:21:38Z"), "3752-f34a", "ACTIVE", Life.UNTOUCHED,
			"debian-1/a/b.tgz", "images/debian-1/a/b.tgz", 11, "sha", "md5")), List.of());

	@Test
	void parseReadsWhatToJsonWrote() {
		assertThat(Snapshot.parse(SNAPSHOT.toJson())).isEqualTo(SNAPSHOT);
		assertThat(Snapshot.parse(FILLED.toJson())).isEqualTo(FILLED);
	}

	/**
	 * The same content has the same hash for ever: whoever sees this fail has changed how
	 * contents are told apart.
	 */
	@Test
	void hashOfTheSameContentNeverChanges() {
		assertThat(FILLED.hash()).isEqualTo("a50821539acba87f4411281ff92f6e00256d7098342a964eb519c5d7920ee91c");
		assertThat(SNAPSHOT.hash()).isEqualTo("d8a9dfb436684f8b1de0a49292ba5f55d8390598fcabbfa241b9035d4e92e028");
	}

	@Test
	void hashWhenChannelsLeadElsewhereDiffers() {
		Snapshot stable = leading("stable");
		assertThat(Snapshot.parse(stable.toJson())).isEqualTo(stable);
		assertThat(stable.hash()).isNotEqualTo(SNAPSHOT.hash()).isNotEqualTo(leading("beta").hash());
	}

	@Test
	void hashWhenSnapshotWasStoredIsTheSame() {
		assertThat(Snapshot.parse(FILLED.toJson()).hash()).isEqualTo(FILLED.hash());
	}

	@Test
	void parseReadsRowsOfEarlierVersions() {
		assertThat(Snapshot.parse("""
				{"images": [{"id": "00000000-0000-0000-0000-000000000001", "name": "debian-1",
				"eustoreName": "0481432305", "os": "debian", "architecture": "x86_64", "version": "1",
				"description": "Debian", "hypervisors": ["xen", "kvm"], "virtualizationType": "paravirtual",
				"singleKernel": true, "recipe": "debian-based", "contact": "", "loginUser": null,
				"releasedAt": "2012-01-14T15:21:38Z", "stamp": "3752-f34a", "state": "ACTIVE",
				"key": "debian-1/a/b.tgz", "url": "images/debian-1/a/b.tgz", "size": 11, "sha256": "sha",
				"md5": "md5"}]}""")).isEqualTo(SNAPSHOT);
	}

	private static Snapshot leading(String channel) {
		return new Snapshot(SNAPSHOT.images(),
				List.of(new SnapshotPointer(channel, "debian", Architecture.X86_64, new UUID(0, 1))));
	}

}
