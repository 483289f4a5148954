package cellar.stack.starter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a fake catalog holds, and what may become of it.
 *
 * @param images the images by their ids
 * @param imported the names of all imports, in their order
 * @param publications all publications, the first one first
 */
record FakeStock(Map<String, Image> images, List<String> imported, List<Publication> publications) {

	static FakeStock empty() {
		return new FakeStock(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
	}

	Image named(String name) {
		return this.images.values().stream().filter((image) -> image.name.equals(name)).findFirst().orElseThrow();
	}

	void put(Image image) {
		this.images.put(image.id, image);
	}

	void take(String name) {
		this.imported.add(name);
		put(new Image(Integer.toString(this.imported.size()), name, "DRAFT", null));
	}

	boolean receive(String id, Map<String, Object> artifact) {
		Image image = require(id);
		if (!image.state.equals("DRAFT")) {
			return false;
		}
		put(new Image(id, image.name, "DRAFT", artifact));
		return true;
	}

	boolean activate(String id) {
		Image image = require(id);
		if (!image.state.equals("DRAFT") || image.artifact == null) {
			return false;
		}
		put(new Image(id, image.name, "ACTIVE", image.artifact));
		return true;
	}

	private Image require(String id) {
		return Objects.requireNonNull(this.images.get(id));
	}

	List<String> unpublished() {
		List<String> before = this.publications.isEmpty() ? List.of() : this.publications.getLast().images;
		return active().stream().filter((name) -> !before.contains(name)).toList();
	}

	long publish() {
		long serial = this.publications.size() + 1;
		this.publications.replaceAll((old) -> new Publication(old.serial, "SUPERSEDED", old.images));
		this.publications.add(new Publication(serial, "LIVE", active()));
		return serial;
	}

	private List<String> active() {
		return this.images.values().stream().filter((image) -> image.state.equals("ACTIVE")).map(Image::name).toList();
	}

	record Image(String id, String name, String state, @Nullable Map<String, Object> artifact) {

	}

	record Publication(long serial, String state, List<String> images) {

	}

}
