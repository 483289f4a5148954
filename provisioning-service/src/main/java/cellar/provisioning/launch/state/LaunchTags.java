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

	public static SortedMap<String, String> of(Launch launch) {
		SortedMap<String, String> tags = new TreeMap<>();
		tags.put(LAUNCH_ID, launch.id().toString());
		tags.put(OWNER, launch.submission().owner());
		return tags;
	}

	public static SortedMap<String, String> of(Launch launch, int attempt, Map<String, String> wanted) {
		SortedMap<String, String> tags = new TreeMap<>(wanted);
		tags.putAll(of(launch));
		tags.put(ATTEMPT, String.valueOf(attempt));
		return tags;
	}

}
