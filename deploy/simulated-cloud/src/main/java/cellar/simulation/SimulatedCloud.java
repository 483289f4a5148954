package cellar.simulation;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import cellar.simulation.control.CloudControl;
import cellar.simulation.control.ControlApi;
import cellar.simulation.control.Resources;
import cellar.simulation.fault.FaultOrder;
import cellar.simulation.http.Call;
import cellar.simulation.http.Listener;
import cellar.simulation.http.Reply;
import cellar.simulation.instance.Capacity;
import cellar.simulation.instance.Reservation;
import cellar.simulation.instance.Visibility;
import cellar.simulation.keypair.KeyPair;
import cellar.simulation.query.Actions;
import cellar.simulation.query.QueryApi;
import cellar.simulation.query.RecordedRequest;
import cellar.simulation.securitygroup.SecurityGroup;
import cellar.simulation.signature.SignatureVerifier;

/**
 * A running cloud, and what a test may want to know about it.
 */
public final class SimulatedCloud implements CloudControl, AutoCloseable {

	private final Settings settings;

	private final World world;

	private final Actions actions;

	private final QueryApi query;

	private final Listener listener;

	private final Address address;

	private SimulatedCloud(Settings settings, World world, Actions actions, QueryApi query, Listener listener,
			Address address) {
		this.settings = settings;
		this.world = world;
		this.actions = actions;
		this.query = query;
		this.listener = listener;
		this.address = address;
	}

	public static SimulatedCloudBuilder builder() {
		return new SimulatedCloudBuilder();
	}

	static SimulatedCloud start(Settings settings) {
		World world = World.open(settings);
		try {
			return start(settings, world);
		}
		catch (RuntimeException ex) {
			world.state.close();
			throw ex;
		}
	}

	private static SimulatedCloud start(Settings settings, World world) {
		Listener listener = bind(settings);
		try {
			return start(settings, world, listener);
		}
		catch (RuntimeException ex) {
			listener.close();
			throw ex;
		}
	}

	private static SimulatedCloud start(Settings settings, World world, Listener listener) {
		Address address = new Address(listener.address(), settings.path());
		Actions actions = new Actions(world.actions(address.query().toString()), world.state, settings.profile());
		QueryApi query = new QueryApi(
				new SignatureVerifier(settings.credentials(), settings.signingRegion(), settings.clock()), actions,
				world.faults, world.log);
		SimulatedCloud cloud = new SimulatedCloud(settings, world, actions, query, listener, address);
		ControlApi control = new ControlApi(cloud);
		listener.serve((call) -> call.path().startsWith(ControlApi.PATH) ? control.handle(call) : cloud.handle(call));
		return cloud;
	}

	private static Listener bind(Settings settings) {
		try {
			return Listener.bind(new InetSocketAddress(InetAddress.getByName(settings.address()), settings.port()));
		}
		catch (UnknownHostException | RuntimeException ex) {
			throw new IllegalStateException("Cannot listen on " + settings.address() + ":" + settings.port(), ex);
		}
	}

	private Reply handle(Call call) {
		String path = call.path();
		if (path.equals(this.settings.path()) || path.equals(this.settings.path() + "/")) {
			return this.query.handle(call);
		}
		return Reply.of(404, "text/plain; charset=utf-8", "EC2 is served at " + this.settings.path() + "\n");
	}

	/**
	 * Returns where EC2 is served.
	 * @return the address, its path included
	 */
	public URI endpoint() {
		return this.address.query();
	}

	/**
	 * Returns where the control API is served.
	 * @return the address, with a slash at its end
	 */
	public URI controlEndpoint() {
		return this.address.control();
	}

	public String accessKey() {
		return this.settings.credentials().accessKey();
	}

	public String secretKey() {
		return this.settings.credentials().secretKey();
	}

	@Override
	public Instant now() {
		return this.settings.clock().instant();
	}

	@Override
	public List<Reservation> reservations() {
		return this.world.state.exclusively(this.world.instances::reservations);
	}

	@Override
	public List<KeyPair> keyPairs() {
		return this.world.state.exclusively(this.world.keyPairs::all);
	}

	@Override
	public List<SecurityGroup> securityGroups() {
		return this.world.state.exclusively(this.world.groups::all);
	}

	@Override
	public Resources resources() {
		return this.world.resources();
	}

	@Override
	public List<RecordedRequest> requests() {
		return this.world.log.requests();
	}

	@Override
	public Map<String, Long> requestCounts() {
		return this.world.log.counts();
	}

	@Override
	public List<FaultOrder> faults() {
		return this.world.faults.pending();
	}

	@Override
	public void inject(FaultOrder fault) {
		if (!fault.action().equals("*") && !this.actions.names().contains(fault.action())) {
			throw new IllegalArgumentException(
					"There is no action '" + fault.action() + "', only *, " + String.join(", ", this.actions.names()));
		}
		this.world.faults.add(fault);
	}

	@Override
	public void clearFaults() {
		this.world.faults.clear();
	}

	@Override
	public List<Capacity.Limit> capacity() {
		return this.world.capacity.limits();
	}

	@Override
	public void limitCapacity(List<Capacity.Limit> limits) {
		this.world.limitCapacity(limits);
	}

	@Override
	public Visibility.Consistency consistency() {
		return this.world.visibility.consistency();
	}

	@Override
	public void setConsistency(Visibility.Consistency consistency) {
		this.world.visibility.set(consistency);
	}

	@Override
	public void reset() {
		this.world.reset();
	}

	@Override
	public void close() {
		this.listener.close();
		this.world.state.close();
	}

}
