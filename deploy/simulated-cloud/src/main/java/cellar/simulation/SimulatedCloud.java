package cellar.simulation;

import java.net.URI;

import cellar.simulation.control.CloudControl;

/**
 * A running cloud.
 */
public final class SimulatedCloud implements AutoCloseable {

	private final Settings settings;

	private final Server server;

	private SimulatedCloud(Settings settings, Server server) {
		this.settings = settings;
		this.server = server;
	}

	/**
	 * Begins to set up a cloud.
	 * @return a builder with all defaults
	 */
	public static SimulatedCloudBuilder builder() {
		return new SimulatedCloudBuilder();
	}

	static SimulatedCloud start(Settings settings) {
		return new SimulatedCloud(settings, Server.start(settings));
	}

	/**
	 * Returns where EC2 is served.
	 * @return the address, its path included
	 */
	public URI endpoint() {
		return this.server.address().query();
	}

	/**
	 * Returns where the control API is served.
	 * @return the address, with a slash at its end
	 */
	public URI controlEndpoint() {
		return this.server.address().control();
	}

	public String accessKey() {
		return this.settings.credentials().accessKey();
	}

	public String secretKey() {
		return this.settings.credentials().secretKey();
	}

	/**
	 * Returns what a test may see and order behind the back of the cloud's users.
	 * @return the control over this cloud
	 */
	public CloudControl control() {
		return this.server.world();
	}

	/**
	 * Stops answering and lets go of the port and of the data directory. What is in the
	 * directory stays.
	 */
	@Override
	public void close() {
		this.server.close();
	}

}
