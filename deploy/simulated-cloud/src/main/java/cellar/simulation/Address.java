package cellar.simulation;

import java.net.InetSocketAddress;
import java.net.URI;

/**
 * Where a cloud can be reached.
 *
 * @param socket the open port
 * @param path the path of EC2
 */
record Address(InetSocketAddress socket, String path) {

	URI query() {
		return URI.create(origin() + (this.path.equals("/") ? "" : this.path));
	}

	URI control() {
		return URI.create(origin() + "/control/v1/");
	}

	private String origin() {
		String host = this.socket.getAddress().isAnyLocalAddress() ? "localhost"
				: this.socket.getAddress().getHostAddress();
		return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + this.socket.getPort();
	}

}
