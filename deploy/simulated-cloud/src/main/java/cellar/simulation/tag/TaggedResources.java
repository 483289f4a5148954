package cellar.simulation.tag;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import cellar.simulation.query.Ec2Exception;

/**
 * Everything that can carry tags.
 */
public final class TaggedResources {

	private final List<Taggable> kinds;

	public TaggedResources(List<? extends Taggable> kinds) {
		this.kinds = List.copyOf(kinds);
	}

	Taggable ofId(String id) {
		Taggable kind = this.kinds.stream()
			.filter((candidate) -> id.startsWith(candidate.idPrefix() + "-"))
			.findFirst()
			.orElseThrow(() -> Ec2Exception.refused("InvalidID", "The ID '" + id + "' is not valid"));
		kind.requireExists(id);
		return kind;
	}

	Map<String, String> tagsOf(String id) {
		return ofId(id).tagged()
			.filter((resource) -> resource.id().equals(id))
			.findFirst()
			.map((resource) -> Map.copyOf(resource.tags()))
			.orElse(Map.of());
	}

	Stream<Tag> all() {
		return this.kinds.stream()
			.flatMap((kind) -> kind.tagged()
				.sorted(Comparator.comparing(Tagged::id))
				.flatMap((resource) -> resource.tags()
					.entrySet()
					.stream()
					.map((tag) -> new Tag(resource.id(), kind.resourceType(), tag.getKey(), tag.getValue()))));
	}

	/**
	 * One tag on one resource.
	 */
	record Tag(String resourceId, String resourceType, String key, String value) {
	}

}
