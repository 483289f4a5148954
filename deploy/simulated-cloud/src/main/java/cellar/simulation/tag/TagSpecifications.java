package cellar.simulation.tag;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import cellar.simulation.profile.CloudProfile;
import cellar.simulation.query.Ec2Exception;
import cellar.simulation.query.Parameters;

/**
 * Reads tags from requests.
 */
public final class TagSpecifications {

	private static final int MAX_TAGS = 50;

	private static final int MAX_KEY = 127;

	private static final int MAX_VALUE = 255;

	private TagSpecifications() {
	}

	/**
	 * Reads the tags that a creating request gives its resource.
	 * @param parameters the parameters of the call
	 * @param profile the kind of cloud
	 * @param accepted the resource types that the request can make, of which only the
	 * first is kept track of
	 * @return the tags
	 */
	public static Map<String, String> bind(Parameters parameters, CloudProfile profile, List<String> accepted) {
		Map<String, String> tags = new TreeMap<>();
		if (!profile.knowsTagSpecification()) {
			return tags;
		}
		for (Parameters specification : parameters.structures("TagSpecification")) {
			String type = specification.required("ResourceType");
			if (!accepted.contains(type)) {
				throw Ec2Exception
					.invalidValue("'" + type + "' is not a valid taggable resource type for this operation");
			}
			Map<String, String> read = bindTags(specification);
			if (type.equals(accepted.getFirst())) {
				tags.putAll(read);
			}
		}
		return tags;
	}

	static Map<String, String> bindTags(Parameters parameters) {
		Map<String, String> tags = new TreeMap<>();
		for (Parameters tag : parameters.structures("Tag")) {
			String key = tag.required("Key");
			if (tags.put(key, tag.text("Value", "")) != null) {
				throw Ec2Exception.invalidValue("Duplicate tag key '" + key + "' specified.");
			}
		}
		check(tags);
		return tags;
	}

	static void check(Map<String, String> tags) {
		if (tags.size() > MAX_TAGS) {
			throw Ec2Exception.refused("TagLimitExceeded", "A resource can have " + MAX_TAGS + " tags at most");
		}
		for (Map.Entry<String, String> tag : tags.entrySet()) {
			if (tag.getKey().length() > MAX_KEY || tag.getValue().length() > MAX_VALUE) {
				throw Ec2Exception
					.invalidValue("A tag key can have " + MAX_KEY + " characters, its value " + MAX_VALUE);
			}
			if (Set.of("aws:", "euca:").stream().anyMatch(tag.getKey()::startsWith)) {
				throw Ec2Exception.invalidValue("Tag keys starting with 'aws:' or 'euca:' are reserved");
			}
		}
	}

}
