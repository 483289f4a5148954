package cellar.gateway.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The HTTP server that clients connect to, one listener per event loop.
 */
@Component
public class DataPort implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(DataPort.class);

	private final List<HttpServer> servers = new CopyOnWriteArrayList<>();

	private final DeliveryProperties properties;

	private final RequestHandler requestHandler;

	private final Duration shutdownGrace;

	private volatile @Nullable Vertx vertx;

	private volatile int port;

	DataPort(DeliveryProperties properties, RequestHandler requestHandler, LifecycleProperties lifecycle) {
		this.properties = properties;
		this.requestHandler = requestHandler;
		this.shutdownGrace = lifecycle.getTimeoutPerShutdownPhase();
	}

	/**
	 * Returns the port that is listened on.
	 * @return the port, or 0 while there is none
	 */
	public int port() {
		return this.port;
	}

	@Override
	public void start() {
		Vertx started = DataPortOptions.vertx();
		this.vertx = started;
		try {
			listen(started);
			this.port = this.servers.getFirst().actualPort();
		}
		catch (RuntimeException ex) {
			started.close();
			this.vertx = null;
			throw new IllegalStateException("Data port %s:%d cannot be listened on"
				.formatted(this.properties.dataAddress(), this.properties.dataPort()), ex);
		}
		logger.atInfo()
			.addKeyValue("address", this.properties.dataAddress())
			.addKeyValue("port", this.port)
			.log("Data port listening");
	}

	private void listen(Vertx on) {
		// Each instance gets an event loop of its own.
		on.deployVerticle(() -> (_) -> {
			HttpServer server = on.createHttpServer(DataPortOptions.server())
				.connectionHandler(
						(connection) -> ClientIdleTimeout.watch(connection, this.properties.clientIdleTimeout()))
				.requestHandler(this.requestHandler)
				.invalidRequestHandler(new InvalidRequests());
			this.servers.add(server);
			return server.listen(DataPortOptions.address(this.properties));
		}, new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors()))
			.toCompletionStage()
			.toCompletableFuture()
			.join();
	}

	@Override
	public void stop(Runnable callback) {
		Vertx stopping = this.vertx;
		this.port = 0;
		this.vertx = null;
		if (stopping == null) {
			callback.run();
			return;
		}
		// A little less than what Boot allows, so that the rest of the order is kept.
		Duration grace = this.shutdownGrace.multipliedBy(9).dividedBy(10);
		Future.join(this.servers.stream().map((server) -> server.shutdown(grace)).toList())
			.eventually(stopping::close)
			.onComplete((_) -> callback.run());
		this.servers.clear();
	}

	@Override
	public void stop() {
		Vertx stopping = this.vertx;
		this.port = 0;
		this.vertx = null;
		if (stopping != null) {
			stopping.close().toCompletionStage().toCompletableFuture().orTimeout(5, TimeUnit.SECONDS).join();
		}
	}

	@Override
	public boolean isRunning() {
		return this.vertx != null;
	}

}
