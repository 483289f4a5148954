package cellar.catalog.publisher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

import org.springframework.stereotype.Component;

import cellar.catalog.snapshot.Snapshot;
import cellar.catalog.snapshot.SnapshotImage;
import cellar.catalog.store.Buckets;
import cellar.catalog.store.ObjectStore;

/**
 * Decides whether a snapshot is fit to go out.
 */
@Component
class PublicationChecks {

	private final ObjectStore store;

	private final Buckets buckets;

	PublicationChecks(ObjectStore store, Buckets buckets) {
		this.store = store;
		this.buckets = buckets;
	}

	List<String> objections(Snapshot snapshot) {
		List<String> objections = new ArrayList<>();
		checkNames(snapshot.images(), objections);
		checkNumbers(snapshot.images(), objections);
		snapshot.images().forEach((image) -> checkArtifact(image, objections));
		return objections;
	}

	private static void checkNames(List<SnapshotImage> images, List<String> objections) {
		for (SnapshotImage image : images) {
			for (SnapshotImage other : images) {
				if (image != other && lower(other.name()).contains(lower(image.name()))) {
					objections.add("'%s' is part of '%s'; old clients cannot tell them apart".formatted(image.name(),
							other.name()));
				}
			}
		}
	}

	private static void checkNumbers(List<SnapshotImage> images, List<String> objections) {
		Map<String, SnapshotImage> seen = new HashMap<>();
		for (SnapshotImage image : images) {
			SnapshotImage other = seen.putIfAbsent(image.eustoreName(), image);
			// The same content under one number is what clients expect.
			if (other != null && !other.sha256().equals(image.sha256())) {
				objections.add("'%s' and '%s' differ but have the same number".formatted(other.name(), image.name()));
			}
		}
	}

	private void checkArtifact(SnapshotImage image, List<String> objections) {
		if (!image.url().equals(this.buckets.images() + "/" + image.key())) {
			objections.add("The URL of '%s' does not lead to the images bucket".formatted(image.name()));
		}
		OptionalLong size = this.store.size(this.buckets.images(), image.key());
		if (size.isEmpty()) {
			objections.add("The artifact of '%s' is not in the store".formatted(image.name()));
		}
		else if (size.getAsLong() != image.size()) {
			objections.add("The artifact of '%s' has %d bytes in the store instead of %d".formatted(image.name(),
					size.getAsLong(), image.size()));
		}
	}

	private static String lower(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

}
