package cellar.provisioning.cloud;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The configured clouds, each connected when it is first asked for.
 */
@Component
public class Clouds {

	private final TreeMap<String, CloudProperties.Settings> settings;

	private final Map<String, Cloud> connected = new ConcurrentHashMap<>();

	private final CloudConnector connector;

	private final Map<String, CallTally> tallies = new TreeMap<>();

	Clouds(CloudProperties properties, CloudConnector connector, MeterRegistry meters) {
		this.settings = new TreeMap<>(properties.clouds());
		this.connector = connector;
		this.settings.keySet().forEach((name) -> this.tallies.put(name, new CallTally(name, meters)));
	}

	/**
	 * Returns which clouds there are.
	 * @return their names
	 */
	public Set<String> names() {
		return this.settings.keySet();
	}

	/**
	 * Returns a cloud.
	 * @param name its name
	 * @return the cloud, whose calls are limited and measured
	 * @throws CloudNotFoundException if none is configured under that name
	 */
	public Cloud get(String name) {
		CloudProperties.Settings found = settings(name);
		CallTally tally = Objects.requireNonNull(this.tallies.get(name), "one for each cloud");
		return this.connected.computeIfAbsent(name,
				(missing) -> new GuardedCloud(missing, this.connector.connect(found), found.concurrentCalls(), tally));
	}

	/**
	 * Returns how a cloud is configured.
	 * @param name its name
	 * @return its settings
	 * @throws CloudNotFoundException if none is configured under that name
	 */
	public CloudProperties.Settings settings(String name) {
		CloudProperties.Settings found = this.settings.get(name);
		if (found == null) {
			throw new CloudNotFoundException(name, this.settings.keySet());
		}
		return found;
	}

	/**
	 * Returns how much user data a cloud takes.
	 * @param name its name, or nothing for the usual
	 * @return bytes before base64
	 */
	public int userDataLimit(@Nullable String name) {
		return ((name != null) ? settings(name).profile() : CloudProfile.GENERIC).userDataLimit();
	}

	Map<String, CloudProperties.Settings> all() {
		return this.settings;
	}

}
