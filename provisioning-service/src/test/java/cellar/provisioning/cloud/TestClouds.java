package cellar.provisioning.cloud;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.test.context.DynamicPropertyRegistry;

import cellar.simulation.SimulatedCloud;

/**
 * Makes clouds for tests of other packages.
 */
public final class TestClouds {

	private TestClouds() {
	}

	/**
	 * Returns one cloud under the name {@code local}.
	 * @param cloud the cloud
	 * @param reachabilityPort the port that tells that a machine is reachable
	 * @param meters where calls are counted
	 * @return the clouds
	 */
	public static Clouds of(Cloud cloud, int reachabilityPort, MeterRegistry meters) {
		return of(CloudProfile.AWS, cloud, reachabilityPort, meters);
	}

	/**
	 * Configures a simulated cloud under the name {@code local}, whose machines need not
	 * answer.
	 * @param cloud the cloud
	 * @param registry where to configure it
	 */
	public static void register(SimulatedCloud cloud, DynamicPropertyRegistry registry) {
		String prefix = "cellar.provisioning.clouds.local.";
		registry.add(prefix + "profile", () -> "aws");
		registry.add(prefix + "ec2-endpoint", cloud::endpoint);
		registry.add(prefix + "region", () -> "local");
		registry.add(prefix + "access-key", cloud::accessKey);
		registry.add(prefix + "secret-key", cloud::secretKey);
		registry.add(prefix + "reachability-port", () -> 0);
	}

	public static Clouds none(MeterRegistry meters) {
		return new Clouds(new CloudProperties(Map.of()), (ignored) -> {
			throw new IllegalStateException("There is none");
		}, meters);
	}

	/**
	 * Returns one cloud under the name {@code local}.
	 * @param profile what kind of cloud it is
	 * @param cloud the cloud
	 * @param reachabilityPort the port that tells that a machine is reachable
	 * @param meters where calls are counted
	 * @return the clouds
	 */
	public static Clouds of(CloudProfile profile, Cloud cloud, int reachabilityPort, MeterRegistry meters) {
		CloudProperties.Settings settings = new CloudProperties.Settings(profile, URI.create("http://127.0.0.1:1/"),
				"local", null, null, reachabilityPort, Duration.ofSeconds(1), 4);
		return new Clouds(new CloudProperties(Map.of("local", settings)), (ignored) -> cloud, meters);
	}

}
