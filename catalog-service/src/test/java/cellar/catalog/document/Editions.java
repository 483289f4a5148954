package cellar.catalog.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cellar.catalog.description.Architecture;
import cellar.catalog.description.ImageDescription;
import cellar.catalog.description.Verification;
import cellar.catalog.library.Life;
import cellar.catalog.snapshot.SnapshotImage;

/**
 * Editions to render.
 */
final class Editions {

	static final UUID SITE = UUID.fromString("8f14e45f-ceea-467f-9a2b-4f1c6d1e7a01");

	private Editions() {
	}

	static Edition of(SnapshotImage... images) {
		return new Edition(SITE, 7, Instant.parse("2026-11-22T10:11:12Z"), Instant.parse("2026-12-22T10:11:12Z"),
				List.of(images), List.of(), List.of());
	}

	static SnapshotImage image(String name, String description, boolean singleKernel) {
		String key = name + "/3f2504e0-4f89-41d3-9a0c-0305e82c3301/" + name + ".tgz";
		ImageDescription about = new ImageDescription(name, "debian", Architecture.X86_64, "2012.1.14", description,
				List.of("xen", "kvm"), "paravirtual", singleKernel, "debian-based", "images@example.org", "root", null,
				null, List.of(), Map.of());
		return new SnapshotImage(new UUID(0, 1), about, "0481432305", Instant.parse("2012-01-14T15:21:38Z"),
				"3752-f34a", "ACTIVE", Life.UNTOUCHED, key, "starter-emis/" + key, 11,
				"b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9", "5eb63bbbe01eeed093cb22bb8f5acdc3");
	}

	static SnapshotImage deprecated(String name, String successor) {
		SnapshotImage active = image(name, "c", true);
		ImageDescription about = new ImageDescription(name, "debian", Architecture.X86_64, "2012.1.14", "c",
				List.of("xen"), "paravirtual", true, "debian-based", "", null, "m1.medium", "slow",
				List.of(new Verification(Verification.Result.PASSED, "eucalyptus 3.4", LocalDate.of(2014, 1, 9)),
						new Verification(Verification.Result.FAILED, null, null)),
				Map.of("team", "a"));
		Life life = new Life(successor, Instant.parse("2026-11-01T00:00:00Z"), null, null);
		return new SnapshotImage(active.id(), about, active.eustoreName(), active.releasedAt(), active.stamp(),
				"DEPRECATED", life, active.key(), active.url(), active.size(), active.sha256(), active.md5());
	}

}
