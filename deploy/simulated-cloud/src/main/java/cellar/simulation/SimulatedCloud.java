package cellar.simulation;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import cellar.simulation.control.CloudControl;
import cellar.simulation.control.Resources;
import cellar.simulation.fault.FaultOrder;
import cellar.simulation.instance.Reservation;
import cellar.simulation.instance.Visibility;
import cellar.simulation.keypair.KeyPair;
import cellar.simulation.launch.Capacity;
import cellar.simulation.query.RecordedRequest;
import cellar.simulation.securitygroup.SecurityGroup;

/**
 * A running cloud, and what a test may want to know about it.
 */
public final class SimulatedCloud implements CloudControl, AutoCloseable {

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

	@Override
	public Instant now() {
		return this.server.world().now();
	}

	@Override
	public List<Reservation> reservations() {
		return this.server.world().reservations();
	}

	@Override
	public List<KeyPair> keyPairs() {
		return this.server.world().keyPairs();
	}

	@Override
	public List<SecurityGroup> securityGroups() {
		return this.server.world().securityGroups();
	}

	@Override
	public Resources resources() {
		return this.server.world().resources();
	}

	@Override
	public List<RecordedRequest> requests() {
		return this.server.world().requests();
	}

	@Override
	public Map<String, Long> requestCounts() {
		return this.server.world().requestCounts();
	}

	@Override
	public List<FaultOrder> faults() {
		return this.server.world().faults();
	}

	@Override
	public void inject(FaultOrder fault) {
		this.server.world().inject(fault);
	}

	@Override
	public void clearFaults() {
		this.server.world().clearFaults();
	}

	@Override
	public List<Capacity.Limit> capacity() {
		return this.server.world().capacity();
	}

	@Override
	public void limitCapacity(List<Capacity.Limit> limits) {
		this.server.world().limitCapacity(limits);
	}

	@Override
	public Visibility.Consistency consistency() {
		return this.server.world().consistency();
	}

	@Override
	public void setConsistency(Visibility.Consistency consistency) {
		this.server.world().setConsistency(consistency);
	}

	@Override
	public void reset() {
		this.server.world().reset();
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
