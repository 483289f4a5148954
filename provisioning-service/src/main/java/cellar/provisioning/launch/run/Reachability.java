package cellar.provisioning.launch.run;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Tells whether a machine answers on the network.
 */
@FunctionalInterface
interface Reachability {

	/**
	 * Looks once.
	 * @param address the address, or nothing where none is known yet
	 * @param port the TCP port
	 * @return whether a connection can be made
	 */
	boolean answers(@Nullable String address, int port);

	/**
	 * Returns a check that opens a TCP connection and closes it.
	 * @param timeout how long to wait for each
	 * @return the reachability
	 */
	static Reachability byTcp(Duration timeout) {
		return (address, port) -> {
			if (address == null) {
				return false;
			}
			try (Socket socket = new Socket()) {
				socket.connect(new InetSocketAddress(address, port), (int) timeout.toMillis());
				return true;
			}
			catch (IOException ex) {
				return false;
			}
		};
	}

}
