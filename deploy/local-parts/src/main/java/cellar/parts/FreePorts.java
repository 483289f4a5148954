package cellar.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds TCP ports on loopback that nobody listens on. They lie below those that systems
 * hand out to outgoing connections, one of which could take a port before whoever asked
 * for it listens there, or while a killed server is being started again.
 */
public final class FreePorts {

	private static final int LOWEST = 20_000;

	private static final int HIGHEST = 32_000;

	private static final int TRIES = 1000;

	private FreePorts() {
	}

	/**
	 * Returns a port that was free a moment ago.
	 * @return the port
	 */
	public static int next() {
		try (ServerSocket socket = hold()) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Port cannot be let go of", ex);
		}
	}

	/**
	 * Takes a free port until the socket is closed, so that nobody else is given it
	 * meanwhile.
	 * @return a socket that listens on the port
	 */
	public static ServerSocket hold() {
		BindException last = new BindException();
		for (int i = 0; i < TRIES; i++) {
			int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
			try {
				return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
			}
			catch (BindException ex) {
				last = ex;
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Loopback cannot be listened on", ex);
			}
		}
		throw new UncheckedIOException("No free port on loopback", last);
	}

}
