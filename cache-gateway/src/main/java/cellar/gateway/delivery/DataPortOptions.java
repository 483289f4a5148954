package cellar.gateway.delivery;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;

/**
 * How the HTTP server is set up.
 */
final class DataPortOptions {

	private DataPortOptions() {
	}

	static Vertx vertx() {
		// Else heads that are prepared would be encoded anew for each answer.
		System.setProperty("vertx.cacheImmutableHttpResponseHeaders", "true");
		return Vertx.vertx(new VertxOptions().setPreferNativeTransport(true)
			.setEventLoopPoolSize(Runtime.getRuntime().availableProcessors())
			.setFileSystemOptions(
					new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
	}

	static SocketAddress address(DeliveryProperties properties) {
		return (properties.dataPort() != 0)
				? SocketAddress.inetSocketAddress(properties.dataPort(), properties.dataAddress())
				: SocketAddress.sharedRandomPort(1, properties.dataAddress());
	}

	static HttpServerOptions server() {
		HttpServerOptions options = new HttpServerOptions().setReuseAddress(true)
			.setTcpNoDelay(true)
			.setMaxInitialLineLength(8 * 1024)
			.setMaxHeaderSize(16 * 1024)
			.setCompressionSupported(false)
			// There are no WebSockets here, so that nothing has to look for them.
			.setPerFrameWebSocketCompressionSupported(false)
			.setPerMessageWebSocketCompressionSupported(false);
		return options.setHttp2ClearTextEnabled(false);
	}

}
