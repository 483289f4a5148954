package cellar.simulation.tag;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import cellar.simulation.query.Action;
import cellar.simulation.query.Answer;
import cellar.simulation.query.Ec2Exception;
import cellar.simulation.query.Parameters;

/**
 * {@code DeleteTags}. A tag with a value goes only where it has that value.
 */
public final class DeleteTags implements Action<DeleteTags.Request> {

	private final TaggedResources resources;

	public DeleteTags(TaggedResources resources) {
		this.resources = resources;
	}

	@Override
	public String name() {
		return "DeleteTags";
	}

	@Override
	public Request bind(Parameters parameters) {
		Request request = new Request(parameters.list("ResourceId").stream().distinct().toList(),
				parameters.structures("Tag")
					.stream()
					.map((tag) -> new Deletion(tag.required("Key"), tag.text("Value")))
					.toList());
		if (request.ids().isEmpty()) {
			throw Ec2Exception.missing("ResourceId");
		}
		return request;
	}

	@Override
	public void rehearse(Request request) {
		request.ids().forEach(this.resources::tagsOf);
	}

	@Override
	public Answer perform(Request request) {
		rehearse(request);
		for (String id : request.ids()) {
			Map<String, String> tags = new TreeMap<>(this.resources.tagsOf(id));
			if (request.tags().isEmpty()) {
				tags.clear();
			}
			request.tags().forEach((deletion) -> deletion.applyTo(tags));
			this.resources.ofId(id).tag(id, tags);
		}
		return Answer.done();
	}

	record Request(List<String> ids, List<Deletion> tags) {
	}

	/**
	 * A tag to delete.
	 *
	 * @param value the value it must have, or {@code null} for any
	 */
	record Deletion(String key, @Nullable String value) {

		private void applyTo(Map<String, String> tags) {
			if (this.value == null) {
				tags.remove(this.key);
			}
			else {
				tags.remove(this.key, this.value);
			}
		}

	}

}
