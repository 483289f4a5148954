package cellar.gateway.port;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.ServerSSLOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import cellar.gateway.answer.InvalidRequests;
import cellar.gateway.client.ClientConnection;
import cellar.gateway.client.ClientProperties;
import cellar.gateway.delivery.RequestHandler;

/**
 * What clients connect to: the data port, and with TLS the one beside it.
 */
@Component
public class DataPort implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(DataPort.class);

	private final DataPortProperties properties;

	private final ClientProperties clients;

	private final TlsProperties tls;

	private final Http2Properties http2;

	private final @Nullable Certificate certificate;

	private final RequestHandler requestHandler;

	private final InvalidRequests invalidRequests;

	private final Duration shutdownGrace;

	private final OpenConnections connections = new OpenConnections();

	private volatile List<Listener> listeners = List.of();

	private volatile @Nullable Vertx vertx;

	DataPort(DataPortProperties properties, ClientProperties clients, TlsProperties tls, Http2Properties http2,
			SslBundles bundles, RequestHandler requestHandler, InvalidRequests invalidRequests,
			LifecycleProperties lifecycle) {
		this.properties = properties;
		this.clients = clients;
		this.tls = tls;
		this.http2 = http2;
		this.certificate = (tls.bundle() != null) ? Certificate.of(bundles, tls.bundle()) : null;
		this.requestHandler = requestHandler;
		this.invalidRequests = invalidRequests;
		this.shutdownGrace = lifecycle.getTimeoutPerShutdownPhase();
		if (this.certificate != null) {
			this.certificate.onRenewal(this::renew);
		}
	}

	/**
	 * Returns the port that is listened on.
	 * @return the port, or 0 while there is none
	 */
	public int port() {
		return port(false);
	}

	/**
	 * Returns the port that is listened on with TLS.
	 * @return the port, or 0 while there is none
	 */
	public int tlsPort() {
		return port(true);
	}

	/**
	 * Returns how many connections clients have open.
	 * @return how many
	 */
	public long connections() {
		return this.connections.count();
	}

	private int port(boolean secure) {
		return this.listeners.stream()
			.filter((listener) -> listener.isSecure() == secure)
			.mapToInt(Listener::port)
			.findFirst()
			.orElse(0);
	}

	@Override
	public void start() {
		Vertx started = ServerSetup.vertx();
		this.vertx = started;
		try {
			this.listeners = listen(started);
		}
		catch (RuntimeException ex) {
			started.close();
			this.vertx = null;
			throw new IllegalStateException("Data port %s:%d%s cannot be listened on".formatted(
					this.properties.dataAddress(), this.properties.dataPort(),
					(this.certificate != null) ? " or " + this.tls.address() + ":" + this.tls.port() : ""), ex);
		}
		if (!started.isNativeTransportEnabled()) {
			logger.atWarn().setCause(started.unavailableNativeTransportCause()).log("Sending is slower without epoll");
		}
		logger.atInfo()
			.addKeyValue("address", this.properties.dataAddress())
			.addKeyValue("port", port())
			.addKeyValue("tlsPort", (this.certificate != null) ? tlsPort() : "none")
			.log("Data port listening");
	}

	private List<Listener> listen(Vertx on) {
		List<Listener> opened = new ArrayList<>();
		opened.add(new Listener(ServerSetup.address(this.properties.dataPort(), this.properties.dataAddress(), 1),
				ServerSetup.cleartext(this.http2), this::handlers));
		if (this.certificate != null) {
			opened.add(new Listener(ServerSetup.address(this.tls.port(), this.tls.address(), 2),
					ServerSetup.tls(this.http2, this.certificate), this::handlers));
		}
		// Each instance gets an event loop of its own.
		on.deployVerticle(() -> (_) -> Future.all(opened.stream().map((listener) -> listener.listen(on)).toList()),
				new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors()))
			.toCompletionStage()
			.toCompletableFuture()
			.join();
		return List.copyOf(opened);
	}

	private void renew(Consumer<ServerSSLOptions> renewed) {
		this.listeners.stream().filter(Listener::isSecure).forEach((listener) -> listener.renew(renewed));
	}

	private HttpServer handlers(HttpServer server) {
		return server.connectionHandler(this::opened)
			.requestHandler(this.requestHandler)
			.invalidRequestHandler(this.invalidRequests);
	}

	private void opened(HttpConnection connection) {
		this.connections.add(connection);
		ClientConnection.prepare(connection, this.clients);
	}

	@Override
	public void stop(Runnable callback) {
		Vertx stopping = this.vertx;
		List<Listener> closing = forget();
		if (stopping == null) {
			callback.run();
			return;
		}
		// A little less than what Boot allows, so that the rest of the order is kept.
		Duration grace = this.shutdownGrace.multipliedBy(9).dividedBy(10);
		Future
			.join(closing.stream()
				.flatMap((listener) -> listener.servers().stream())
				.map((server) -> server.shutdown(grace))
				.toList())
			.eventually(stopping::close)
			.onComplete((_) -> callback.run());
	}

	@Override
	public void stop() {
		Vertx stopping = this.vertx;
		forget();
		if (stopping != null) {
			stopping.close().toCompletionStage().toCompletableFuture().orTimeout(5, TimeUnit.SECONDS).join();
		}
	}

	private List<Listener> forget() {
		List<Listener> forgotten = this.listeners;
		this.listeners = List.of();
		this.vertx = null;
		return forgotten;
	}

	@Override
	public boolean isRunning() {
		return this.vertx != null;
	}

}
