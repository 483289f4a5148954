package cellar.simulation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import cellar.simulation.instance.Timing;
import cellar.simulation.profile.CloudProfile;
import cellar.simulation.signature.Credentials;
import cellar.simulation.zone.Region;

/**
 * Sets up a cloud. Without a word it listens on a free port of the loopback interface,
 * has keys of its own, behaves like Amazon's, and keeps its state in memory.
 */
public final class SimulatedCloudBuilder {

	private int port;

	private String address = "127.0.0.1";

	private String path = "/";

	private Credentials credentials = new Credentials("AKSIMULATED", UUID.randomUUID().toString());

	private CloudProfile profile = CloudProfile.AWS;

	private String account = "000000000001";

	private Region region = new Region("local", List.of("local-a", "local-b"));

	private @Nullable String signingRegion;

	private Duration pending = Duration.ofSeconds(2);

	private Duration shuttingDown = Duration.ofSeconds(2);

	private Duration listed = Duration.ofHours(1);

	private @Nullable Path dataDirectory;

	private Clock clock = Clock.systemUTC();

	SimulatedCloudBuilder() {
	}

	/**
	 * Sets the port.
	 * @param value 0, the default, for any free one
	 * @return this builder
	 */
	public SimulatedCloudBuilder port(int value) {
		this.port = value;
		return this;
	}

	/**
	 * Sets the address to listen on.
	 * @param value the address, 127.0.0.1 by default
	 * @return this builder
	 */
	public SimulatedCloudBuilder address(String value) {
		this.address = value;
		return this;
	}

	/**
	 * Sets where EC2 is served.
	 * @param value the path, {@code /services/compute} for example
	 * @return this builder
	 */
	public SimulatedCloudBuilder path(String value) {
		this.path = value;
		return this;
	}

	/**
	 * Sets the one pair of keys that calls may be signed with.
	 * @param accessKey the access key, not blank
	 * @param secretKey the secret key, not blank
	 * @return this builder
	 * @throws IllegalArgumentException if one of them is blank
	 */
	public SimulatedCloudBuilder credentials(String accessKey, String secretKey) {
		this.credentials = new Credentials(accessKey, secretKey);
		return this;
	}

	/**
	 * Sets the kind of cloud.
	 * @param value the kind, Amazon's by default
	 * @return this builder
	 */
	public SimulatedCloudBuilder profile(CloudProfile value) {
		this.profile = value;
		return this;
	}

	/**
	 * Sets the account that owns everything.
	 * @param value twelve digits
	 * @return this builder
	 */
	public SimulatedCloudBuilder account(String value) {
		this.account = value;
		return this;
	}

	/**
	 * Sets the region. Without it there is {@code local} with two zones.
	 * @param name the name of the region, not blank
	 * @param zones at least one; machines that ask for none go to the first with room
	 * @return this builder
	 * @throws IllegalArgumentException if the name is blank or there is no zone
	 */
	public SimulatedCloudBuilder region(String name, String... zones) {
		this.region = new Region(name, List.of(zones));
		return this;
	}

	/**
	 * Refuses calls that were signed for another region.
	 * @param value the region; any is taken by default
	 * @return this builder
	 */
	public SimulatedCloudBuilder signingRegion(String value) {
		this.signingRegion = value;
		return this;
	}

	/**
	 * Sets how long a new machine is pending.
	 * @param value two seconds by default
	 * @return this builder
	 */
	public SimulatedCloudBuilder pendingFor(Duration value) {
		this.pending = value;
		return this;
	}

	/**
	 * Sets how long a machine takes to go down.
	 * @param value two seconds by default
	 * @return this builder
	 */
	public SimulatedCloudBuilder shuttingDownFor(Duration value) {
		this.shuttingDown = value;
		return this;
	}

	/**
	 * Sets how long a terminated machine is still described.
	 * @param value one hour by default
	 * @return this builder
	 */
	public SimulatedCloudBuilder terminatedListedFor(Duration value) {
		this.listed = value;
		return this;
	}

	/**
	 * Keeps the state on disk, where it survives the process.
	 * @param value a directory for this cloud alone
	 * @return this builder
	 */
	public SimulatedCloudBuilder dataDirectory(Path value) {
		this.dataDirectory = value;
		return this;
	}

	/**
	 * Sets the clock that the states of machines and the age of signatures follow.
	 * @param value the clock
	 * @return this builder
	 */
	public SimulatedCloudBuilder clock(Clock value) {
		this.clock = value;
		return this;
	}

	/**
	 * Starts the cloud.
	 * @return the running cloud
	 * @throws IllegalStateException if the port is taken, or the directory is in use
	 */
	public SimulatedCloud start() {
		return SimulatedCloud.start(settings());
	}

	Settings settings() {
		return new Settings(this.port, this.address, this.path, this.credentials, this.profile, this.account,
				this.region, this.signingRegion, new Timing(this.pending, this.shuttingDown, this.listed),
				this.dataDirectory, this.clock);
	}

}
