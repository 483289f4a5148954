package cellar.simulation;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

import cellar.simulation.fault.FaultOrder;
import cellar.simulation.http.Call;
import cellar.simulation.http.Listener;
import cellar.simulation.http.Reply;
import cellar.simulation.instance.Instance;
import cellar.simulation.keypair.KeyPair;
import cellar.simulation.query.Actions;
import cellar.simulation.query.QueryApi;
import cellar.simulation.query.RecordedRequest;
import cellar.simulation.securitygroup.SecurityGroup;
import cellar.simulation.signature.SignatureVerifier;

/**
 * A running cloud, and what a test may want to know about it.
 */
public final class SimulatedCloud implements AutoCloseable {

	private final Settings settings;

	private final World world;

	private final QueryApi query;

	private final Listener listener;

	SimulatedCloud(Settings settings) {
		this.settings = settings;
		this.world = new World(settings);
		this.query = new QueryApi(
				new SignatureVerifier(settings.credentials(), settings.signingRegion(), settings.clock()),
				new Actions(this.world.actions(), this.world.state, settings.profile()), this.world.faults,
				this.world.log);
		this.listener = listen(settings);
	}

	public static SimulatedCloudBuilder builder() {
		return new SimulatedCloudBuilder();
	}

	private Listener listen(Settings settings) {
		try {
			return Listener.start(new InetSocketAddress(InetAddress.getByName(settings.address()), settings.port()),
					this::handle);
		}
		catch (UnknownHostException | RuntimeException ex) {
			this.world.state.close();
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

	// Where EC2 is served, its path included.
	public URI endpoint() {
		InetSocketAddress address = this.listener.address();
		String host = address.getAddress().isAnyLocalAddress() ? "localhost" : address.getAddress().getHostAddress();
		return URI.create("http://" + ((host.contains(":")) ? "[" + host + "]" : host) + ":" + address.getPort()
				+ ((this.settings.path().equals("/")) ? "" : this.settings.path()));
	}

	public String accessKey() {
		return this.settings.credentials().accessKey();
	}

	public String secretKey() {
		return this.settings.credentials().secretKey();
	}

	// All machines that are not forgotten, terminated and hidden ones included.
	public List<Instance> instances() {
		return this.world.state.exclusively(this.world.instances::all);
	}

	public List<KeyPair> keyPairs() {
		return this.world.state.exclusively(this.world.keyPairs::all);
	}

	public List<SecurityGroup> securityGroups() {
		return this.world.state.exclusively(this.world.groups::all);
	}

	// What a test that cleans up after itself leaves empty.
	public Resources resources() {
		return this.world.state
			.exclusively(() -> new Resources(this.world.instances.alive().stream().map(Instance::id).toList(),
					this.world.keyPairs.all().stream().map(KeyPair::name).toList(),
					this.world.groups.made().stream().map(SecurityGroup::id).toList()));
	}

	// Orders something to go wrong.
	public void inject(FaultOrder fault) {
		this.world.faults.add(fault);
	}

	// The last authentic calls, oldest first.
	public List<RecordedRequest> requests() {
		return this.world.log.requests();
	}

	@Override
	public void close() {
		this.listener.close();
		this.world.state.close();
	}

}
