package cellar.stack.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import cellar.parts.FreePorts;

/**
 * The ports of one run, all of them free a moment ago.
 */
public final class Ports {

	private static final String LOOPBACK = "127.0.0.1";

	private final Map<Port, Integer> numbers;

	private Ports(Map<Port, Integer> numbers) {
		this.numbers = numbers;
	}

	/**
	 * Checks that the wanted ports are free and chooses those that do not matter.
	 * @param wanted gives the number of each port, 0 for any free one, null for the usual
	 * one
	 * @return the ports
	 * @throws PortsTakenException if some of them are taken, with all of them
	 */
	public static Ports claim(Function<Port, @Nullable Integer> wanted) {
		Map<Port, Integer> numbers = new EnumMap<>(Port.class);
		Map<Port, Integer> taken = new EnumMap<>(Port.class);
		List<ServerSocket> held = new ArrayList<>();
		try {
			for (Port port : Port.values()) {
				Integer chosen = wanted.apply(port);
				int number = (chosen != null) ? chosen : port.usual();
				try {
					ServerSocket socket = (number != 0) ? bind(number) : FreePorts.hold();
					held.add(socket);
					numbers.put(port, socket.getLocalPort());
				}
				catch (IOException ex) {
					taken.put(port, number);
				}
			}
		}
		finally {
			// Held until here so that no number is given out twice.
			held.forEach(Ports::release);
		}
		if (!taken.isEmpty()) {
			throw new PortsTakenException(taken);
		}
		return new Ports(numbers);
	}

	private static ServerSocket bind(int number) throws IOException {
		ServerSocket socket = new ServerSocket();
		try {
			socket.bind(new InetSocketAddress(InetAddress.getByName(LOOPBACK), number), 1);
			return socket;
		}
		catch (IOException ex) {
			socket.close();
			throw ex;
		}
	}

	private static void release(ServerSocket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new IllegalStateException("Could not let go of port " + socket.getLocalPort(), ex);
		}
	}

	/**
	 * Returns the number of a port.
	 * @param port the port
	 * @return its number
	 */
	public int number(Port port) {
		return this.numbers.getOrDefault(port, port.usual());
	}

	/**
	 * Returns the URL of what speaks HTTP on a port.
	 * @param port the port
	 * @return a URL without a path
	 */
	public String url(Port port) {
		return "http://" + LOOPBACK + ":" + number(port);
	}

}
