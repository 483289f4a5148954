package cellar.catalog.snapshot;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.json.JsonMapper;

import cellar.catalog.library.ArtifactDetails;
import cellar.catalog.library.ImageDetails;
import cellar.catalog.pointer.Pointer;
import cellar.common.hash.HashFunction;

/**
 * The images of a publication and the channels that lead to them, frozen.
 *
 * @param images newest first
 * @param channels where slots lead, each to one of these images
 */
public record Snapshot(List<SnapshotImage> images,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<SnapshotPointer> channels) {

	/**
	 * What is offered before anything is.
	 */
	public static final Snapshot EMPTY = new Snapshot(List.of(), List.of());

	private static final JsonMapper JSON = new JsonMapper();

	@SuppressWarnings("NullAway") // Rows of earlier versions have no channels.
	public Snapshot {
		channels = Objects.requireNonNullElse(channels, List.of());
	}

	/**
	 * Freezes images and channels. Pointers to images that are not offered any more are
	 * left out.
	 * @param images what is offered, newest first
	 * @param pointers where slots lead
	 * @return the snapshot
	 */
	public static Snapshot of(List<ImageDetails> images, List<Pointer> pointers) {
		Set<UUID> offered = images.stream().map(ImageDetails::id).collect(Collectors.toSet());
		return new Snapshot(images.stream().map(Snapshot::freeze).toList(),
				pointers.stream()
					.filter((pointer) -> offered.contains(pointer.imageId()))
					.map(SnapshotPointer::of)
					.toList());
	}

	/**
	 * Leaves images out, and what leads to them.
	 * @param withdrawn the images
	 * @return what is left
	 */
	public Readable without(Set<UUID> withdrawn) {
		return new Readable(
				new Snapshot(this.images.stream().filter((image) -> !withdrawn.contains(image.id())).toList(),
						this.channels.stream().filter((pointer) -> !withdrawn.contains(pointer.imageId())).toList()),
				this.images.stream()
					.filter((image) -> withdrawn.contains(image.id()))
					.map(SnapshotImage::name)
					.toList());
	}

	/**
	 * Tells whether an image is among those that are offered.
	 * @param imageId the image
	 * @return whether it is
	 */
	public boolean offers(UUID imageId) {
		return this.images.stream().map(SnapshotImage::id).anyMatch(imageId::equals);
	}

	/**
	 * Returns the images.
	 * @return the images by their ids
	 */
	public Map<UUID, SnapshotImage> byId() {
		return this.images.stream().collect(Collectors.toMap(SnapshotImage::id, Function.identity()));
	}

	/**
	 * Returns where slots lead.
	 * @return the pointers of all channels
	 */
	public List<Pointer> pointers() {
		return this.channels.stream().map(SnapshotPointer::pointer).toList();
	}

	/**
	 * Returns how the images are called.
	 * @return their readable names
	 */
	public Map<UUID, String> names() {
		return this.images.stream().collect(Collectors.toMap(SnapshotImage::id, SnapshotImage::name));
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
				image.release().stamp(), image.state().name(), image.life(), artifact.key(), artifact.url(),
				artifact.size(), artifact.sha256(), artifact.md5());
	}

	/**
	 * What may still be read of a snapshot.
	 *
	 * @param snapshot what is left of it
	 * @param leftOut the names of what is not
	 */
	public record Readable(Snapshot snapshot, List<String> leftOut) {

	}

}
