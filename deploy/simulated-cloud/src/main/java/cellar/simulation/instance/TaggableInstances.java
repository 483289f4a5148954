package cellar.simulation.instance;

import java.util.Map;
import java.util.stream.Stream;

import cellar.simulation.tag.Taggable;
import cellar.simulation.tag.Tagged;

/**
 * The machines of the account, as far as tags are concerned.
 */
public final class TaggableInstances implements Taggable {

	private final Instances instances;

	public TaggableInstances(Instances instances) {
		this.instances = instances;
	}

	@Override
	public String resourceType() {
		return "instance";
	}

	@Override
	public String idPrefix() {
		return "i";
	}

	@Override
	public void requireExists(String id) {
		this.instances.require(id);
	}

	@Override
	public Stream<? extends Tagged> tagged() {
		return this.instances.reservations().stream().flatMap((reservation) -> reservation.instances().stream());
	}

	@Override
	public void tag(String id, Map<String, String> tags) {
		this.instances.find(id).ifPresent((instance) -> this.instances.save(instance.withTags(tags)));
	}

}
