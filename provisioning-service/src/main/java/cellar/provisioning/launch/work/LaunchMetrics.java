package cellar.provisioning.launch.work;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import cellar.provisioning.cloud.Clouds;
import cellar.provisioning.launch.state.Launch;

/**
 * Measures how launches come about, cloud by cloud.
 */
@Component
class LaunchMetrics implements LaunchObserver {

	private final Map<String, CloudLaunchTally> clouds = new ConcurrentHashMap<>();

	private final MeterRegistry registry;

	LaunchMetrics(Clouds clouds, MeterRegistry registry) {
		this.registry = registry;
		clouds.names().forEach(this::of);
	}

	@Override
	public void entered(Launch launch, Instant now) {
		of(launch.cloud()).entered(launch, now);
	}

	// Launches may be unsettled whose cloud is configured no more.
	private CloudLaunchTally of(String cloud) {
		return this.clouds.computeIfAbsent(cloud, (name) -> new CloudLaunchTally(name, this.registry));
	}

}
