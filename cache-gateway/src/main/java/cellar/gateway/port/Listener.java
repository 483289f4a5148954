package cellar.gateway.port;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.core.net.SocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One address that is listened on, by one server for each event loop.
 */
final class Listener {

	private static final Logger logger = LoggerFactory.getLogger(Listener.class);

	private final List<HttpServer> servers = new CopyOnWriteArrayList<>();

	private final SocketAddress address;

	private final HttpServerOptions options;

	private final UnaryOperator<HttpServer> handlers;

	/**
	 * Prepares to listen.
	 * @param address where
	 * @param options how the servers are set up
	 * @param handlers gives a server what handles its connections and requests
	 */
	Listener(SocketAddress address, HttpServerOptions options, UnaryOperator<HttpServer> handlers) {
		this.address = address;
		this.options = options;
		this.handlers = handlers;
	}

	/**
	 * Listens with one more server; to be called on its event loop.
	 * @param vertx what it runs on
	 * @return completed once it listens
	 */
	Future<HttpServer> listen(Vertx vertx) {
		HttpServer server = this.handlers.apply(vertx.createHttpServer(this.options));
		this.servers.add(server);
		return server.listen(this.address);
	}

	boolean isSecure() {
		return this.options.isSsl();
	}

	int port() {
		return this.servers.getFirst().actualPort();
	}

	/**
	 * Uses another certificate for connections to come; those that are there go on.
	 * @param certificate what states it
	 */
	void renew(Consumer<ServerSSLOptions> certificate) {
		ServerSSLOptions renewed = this.options.getSslOptions().copy();
		certificate.accept(renewed);
		Future.all(this.servers.stream().map((server) -> server.updateSSLOptions(renewed)).toList())
			.onSuccess((_) -> logger.atInfo().addKeyValue("address", this.address).log("Certificate renewed"))
			.onFailure((failure) -> logger.atError()
				.addKeyValue("address", this.address)
				.setCause(failure)
				.log("Certificate cannot be renewed"));
	}

	List<HttpServer> servers() {
		return this.servers;
	}

}
