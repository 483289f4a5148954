package cellar.gateway.delivery;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;

/**
 * How the HTTP server is set up.
 */
final class DataPortOptions {

	private DataPortOptions() {
	}

	static Vertx vertx() {
		return Vertx.vertx(new VertxOptions().setPreferNativeTransport(true)
			.setEventLoopPoolSize(Runtime.getRuntime().availableProcessors())
			.setFileSystemOptions(
					new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
	}

	static HttpServerOptions server(DeliveryProperties properties, int port) {
		HttpServerOptions options = new HttpServerOptions().setHost(properties.dataAddress())
			.setPort(port)
			.setReuseAddress(true)
			.setTcpNoDelay(true)
			.setIdleTimeout(Math.toIntExact(properties.clientIdleTimeout().toSeconds()))
			.setMaxInitialLineLength(8 * 1024)
			.setMaxHeaderSize(16 * 1024)
			.setCompressionSupported(false);
		return options.setHttp2ClearTextEnabled(false);
	}

}
