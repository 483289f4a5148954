package cellar.catalog.snapshot;

import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import cellar.catalog.library.ArtifactDetails;
import cellar.catalog.library.ImageDetails;
import cellar.common.hash.HashFunction;

/**
 * The images of a publication, frozen.
 *
 * @param images newest first
 */
public record Snapshot(List<SnapshotImage> images) {

	/**
	 * What is offered before anything is.
	 */
	public static final Snapshot EMPTY = new Snapshot(List.of());

	private static final JsonMapper JSON = new JsonMapper();

	/**
	 * Freezes images.
	 * @param images active images, newest first
	 * @return the snapshot
	 */
	public static Snapshot of(List<ImageDetails> images) {
		return new Snapshot(images.stream().map(Snapshot::freeze).toList());
	}

	/**
	 * Reads what {@link #toJson} wrote.
	 * @param json the text
	 * @return the snapshot
	 */
	public static Snapshot parse(String json) {
		return JSON.readValue(json, Snapshot.class);
	}

	/**
	 * Writes the snapshot for {@link #parse}.
	 * @return the text
	 */
	public String toJson() {
		return JSON.writeValueAsString(this);
	}

	/**
	 * Returns what tells two contents apart, whichever version of the program froze them.
	 * @return the SHA-256 of the canonical text, in lower-case hex
	 */
	public String hash() {
		return HashFunction.SHA_256.hexOf(CanonicalJson.of(this));
	}

	private static SnapshotImage freeze(ImageDetails image) {
		ArtifactDetails artifact = image.artifact();
		if (artifact == null) {
			throw new IllegalStateException("Active image '" + image.name() + "' has no artifact");
		}
		return new SnapshotImage(image.id(), image.about(), artifact.eustoreName().value(), image.release().date(),
				image.release().stamp(), image.state().name(), artifact.key(), artifact.url(), artifact.size(),
				artifact.sha256(), artifact.md5());
	}

}
