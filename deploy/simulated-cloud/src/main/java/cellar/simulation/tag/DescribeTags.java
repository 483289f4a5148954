package cellar.simulation.tag;

import java.util.List;
import java.util.function.Predicate;

import cellar.simulation.query.Action;
import cellar.simulation.query.Answer;
import cellar.simulation.query.Filters;
import cellar.simulation.query.Paging;
import cellar.simulation.query.Parameters;
import cellar.simulation.tag.TaggedResources.Tag;

/**
 * {@code DescribeTags}.
 */
public final class DescribeTags implements Action<DescribeTags.Request> {

	private final TaggedResources resources;

	private final Filters<Tag> filters = new Filters<Tag>().on("resource-id", Tag::resourceId)
		.on("resource-type", Tag::resourceType)
		.on("key", Tag::key)
		.on("value", Tag::value);

	public DescribeTags(TaggedResources resources) {
		this.resources = resources;
	}

	@Override
	public String name() {
		return "DescribeTags";
	}

	@Override
	public Request bind(Parameters parameters) {
		return new Request(this.filters.bind(parameters), Paging.bind(parameters));
	}

	@Override
	public Answer perform(Request request) {
		List<Tag> chosen = this.resources.all().filter(request.filter()).toList();
		Paging.Page<Tag> page = request.paging().cut(chosen, (tag) -> tag.resourceId() + " " + tag.key());
		return (xml) -> {
			xml.list("tagSet", page.items(), (tag) -> {
				xml.text("resourceId", tag.resourceId());
				xml.text("resourceType", tag.resourceType());
				xml.text("key", tag.key());
				xml.text("value", tag.value());
			});
			xml.text("nextToken", page.next());
		};
	}

	record Request(Predicate<Tag> filter, Paging paging) {
	}

}
