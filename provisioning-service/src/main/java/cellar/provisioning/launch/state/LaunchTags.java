package cellar.provisioning.launch.state;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tags by which things in a cloud are known as ours. Nobody else may set them.
 */
public final class LaunchTags {

	/** The tag that names the launch. */
	public static final String LAUNCH_ID = "cellar:launch-id";

	private static final String ATTEMPT = "cellar:attempt";

	private static final String OWNER = "cellar:owner";

	private LaunchTags() {
	}

	/**
	 * Returns the tags of what a launch makes for its machines.
	 * @param launch the launch
	 * @return tags that tell the launch and its owner
	 */
	public static SortedMap<String, String> of(Launch launch) {
		SortedMap<String, String> tags = new TreeMap<>();
		tags.put(LAUNCH_ID, launch.id().toString());
		tags.put(OWNER, launch.submission().owner());
		return tags;
	}

	/**
	 * Returns the tags of machines. Ours win over those that the caller wants.
	 * @param launch the launch
	 * @param attempt number of the attempt that makes the machines
	 * @param wanted the tags that the caller wants
	 * @return all of them
	 */
	public static SortedMap<String, String> of(Launch launch, int attempt, Map<String, String> wanted) {
		SortedMap<String, String> tags = new TreeMap<>(wanted);
		tags.putAll(of(launch));
		tags.put(ATTEMPT, String.valueOf(attempt));
		return tags;
	}

}
