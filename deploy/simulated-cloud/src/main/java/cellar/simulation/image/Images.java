package cellar.simulation.image;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import cellar.simulation.query.Ec2Exception;
import cellar.simulation.state.Records;
import cellar.simulation.state.State;
import cellar.simulation.tag.Taggable;
import cellar.simulation.tag.Tagged;

/**
 * The images that the cloud knows: two from the start.
 */
public final class Images implements Taggable {

	private final Records<Image> records;

	private Images(Records<Image> records) {
		this.records = records;
	}

	/**
	 * Opens the images of a cloud, which has at least the two of the start.
	 * @param state where they are kept
	 * @return the images
	 */
	public static Images in(State state) {
		Images images = new Images(state.records("images", Image.class));
		images.seed();
		return images;
	}

	/**
	 * Brings back the two images of the start where they are missing.
	 */
	public void seed() {
		List.of(Image.x86("emi-c0de0001", "flatcar-stable-x86_64", "Flatcar Container Linux, stable"),
				Image.x86("emi-c0de0002", "ubuntu-24.04-x86_64", "Ubuntu Server 24.04 LTS"))
			.stream()
			.filter((image) -> this.records.find(image.id()).isEmpty())
			.forEach((image) -> this.records.put(image.id(), image));
	}

	public List<Image> all() {
		return this.records.all();
	}

	/**
	 * Returns an image.
	 * @param id its id
	 * @return the image
	 * @throws Ec2Exception {@code InvalidAMIID.Malformed} or
	 * {@code InvalidAMIID.NotFound}
	 */
	public Image require(String id) {
		if (!id.matches("[aek][mrk]i-[0-9a-f]{8}(?:[0-9a-f]{9})?")) {
			throw Ec2Exception.refused("InvalidAMIID.Malformed", "Invalid id: \"" + id + "\"");
		}
		return this.records.find(id)
			.orElseThrow(
					() -> Ec2Exception.refused("InvalidAMIID.NotFound", "The image id '[" + id + "]' does not exist"));
	}

	@Override
	public String resourceType() {
		return "image";
	}

	@Override
	public String idPrefix() {
		return "emi";
	}

	@Override
	public void requireExists(String id) {
		require(id);
	}

	@Override
	public Stream<? extends Tagged> tagged() {
		return all().stream();
	}

	@Override
	public void tag(String id, Map<String, String> tags) {
		this.records.put(id, require(id).withTags(tags));
	}

}
