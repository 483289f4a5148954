package cellar.catalog.publisher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;

import cellar.catalog.library.ImageIndex;
import cellar.catalog.snapshot.Snapshot;
import cellar.catalog.snapshot.SnapshotImage;
import cellar.catalog.store.Buckets;

/**
 * Decides whether a snapshot is fit to go out.
 */
@Component
class PublicationChecks {

	private static final int MOST = 100;

	private final ArtifactCheck artifacts;

	private final ImageIndex images;

	private final Buckets buckets;

	PublicationChecks(ArtifactCheck artifacts, ImageIndex images, Buckets buckets) {
		this.artifacts = artifacts;
		this.images = images;
		this.buckets = buckets;
	}

	List<String> objections(Snapshot snapshot) {
		List<String> objections = new ArrayList<>(withdrawals(snapshot));
		objections.addAll(NameCheck.objections(snapshot.images().stream().map(SnapshotImage::name).toList()));
		checkNumbers(snapshot.images(), objections);
		checkUrls(snapshot.images(), objections);
		if (objections.isEmpty()) {
			objections.addAll(this.artifacts.objections(snapshot.images()));
		}
		return shortened(objections);
	}

	/**
	 * Looks for images that were withdrawn since the snapshot was frozen.
	 * @param snapshot the snapshot
	 * @return what is wrong with it
	 */
	List<String> withdrawals(Snapshot snapshot) {
		Set<UUID> withdrawn = this.images.withdrawn();
		return shortened(snapshot.images()
			.stream()
			.filter((image) -> withdrawn.contains(image.id()))
			.map((image) -> "'%s' was withdrawn in the meantime; publish again".formatted(image.name()))
			.toList());
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

	private void checkUrls(List<SnapshotImage> images, List<String> objections) {
		images.stream()
			.filter((image) -> !image.url().equals(this.buckets.images() + "/" + image.key()))
			.map((image) -> "The URL of '%s' does not lead to the images bucket".formatted(image.name()))
			.forEach(objections::add);
	}

	private static List<String> shortened(List<String> objections) {
		if (objections.size() <= MOST) {
			return objections;
		}
		List<String> first = new ArrayList<>(objections.subList(0, MOST));
		first.add("and %d more".formatted(objections.size() - MOST));
		return first;
	}

}
