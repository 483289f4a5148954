package cellar.simulation;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

import cellar.simulation.control.ControlApi;
import cellar.simulation.http.Call;
import cellar.simulation.http.Handler;
import cellar.simulation.http.Listener;
import cellar.simulation.http.Reply;
import cellar.simulation.state.State;

/**
 * The open port of one cloud, with the world behind it.
 */
final class Server implements AutoCloseable {

	private final Listener listener;

	private final State state;

	private final World world;

	private final Address address;

	private Server(Listener listener, State state, World world, Address address) {
		this.listener = listener;
		this.state = state;
		this.world = world;
		this.address = address;
	}

	static Server start(Settings settings) {
		State state = State.in(settings.dataDirectory());
		try {
			return start(settings, state);
		}
		catch (RuntimeException ex) {
			state.close();
			throw ex;
		}
	}

	private static Server start(Settings settings, State state) {
		// Before the port is opened, as a damaged record is the harder thing to find.
		Estate estate = Estate.in(state, settings);
		Listener listener = bind(settings);
		try {
			Address address = new Address(listener.address(), settings.path());
			World world = new World(state, estate, settings, address.query().toString());
			listener.serve(new Paths(settings.path(), world.ec2(), new ControlApi(world)));
			return new Server(listener, state, world, address);
		}
		catch (RuntimeException ex) {
			listener.close();
			throw ex;
		}
	}

	private static Listener bind(Settings settings) {
		try {
			return Listener.bind(new InetSocketAddress(InetAddress.getByName(settings.address()), settings.port()));
		}
		catch (UnknownHostException | RuntimeException ex) {
			throw new IllegalStateException("Cannot listen on " + settings.address() + ":" + settings.port(), ex);
		}
	}

	World world() {
		return this.world;
	}

	Address address() {
		return this.address;
	}

	@Override
	public void close() {
		this.listener.close();
		this.state.close();
	}

	/**
	 * Leads a call to the API that its path belongs to.
	 *
	 * @param path where EC2 is served
	 * @param ec2 answers there
	 * @param control answers below {@link ControlApi#PATH}
	 */
	private record Paths(String path, Handler ec2, Handler control) implements Handler {

		@Override
		public Reply handle(Call call) {
			if (call.path().startsWith(ControlApi.PATH)) {
				return this.control.handle(call);
			}
			if (call.path().equals(this.path) || call.path().equals(this.path + "/")) {
				return this.ec2.handle(call);
			}
			return Reply.of(404, "text/plain; charset=utf-8", "EC2 is served at " + this.path + "\n");
		}

	}

}
