package cellar.simulation.tag;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import cellar.simulation.query.Action;
import cellar.simulation.query.Answer;
import cellar.simulation.query.Ec2Exception;
import cellar.simulation.query.Parameters;

/**
 * {@code CreateTags}, which also overwrites.
 */
public final class CreateTags implements Action<CreateTags.Request> {

	private final TaggedResources resources;

	public CreateTags(TaggedResources resources) {
		this.resources = resources;
	}

	@Override
	public String name() {
		return "CreateTags";
	}

	@Override
	public Request bind(Parameters parameters) {
		Request request = new Request(parameters.list("ResourceId").stream().distinct().toList(),
				TagSpecifications.bindTags(parameters));
		if (request.ids().isEmpty()) {
			throw Ec2Exception.missing("ResourceId");
		}
		if (request.tags().isEmpty()) {
			throw Ec2Exception.missing("Tag");
		}
		return request;
	}

	@Override
	public void rehearse(Request request) {
		request.ids().forEach((id) -> TagSpecifications.check(merged(id, request.tags())));
	}

	@Override
	public Answer perform(Request request) {
		rehearse(request);
		request.ids().forEach((id) -> this.resources.ofId(id).tag(id, merged(id, request.tags())));
		return Answer.done();
	}

	private Map<String, String> merged(String id, Map<String, String> changed) {
		Map<String, String> tags = new TreeMap<>(this.resources.tagsOf(id));
		tags.putAll(changed);
		return tags;
	}

	record Request(List<String> ids, Map<String, String> tags) {
	}

}
