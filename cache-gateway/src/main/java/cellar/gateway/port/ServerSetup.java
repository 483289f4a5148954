package cellar.gateway.port;

import java.util.List;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.SocketAddress;

/**
 * How the HTTP servers are set up.
 */
final class ServerSetup {

	private static final int LONGEST_LINE = 8 * 1024;

	private static final int LONGEST_HEAD = 16 * 1024;

	private ServerSetup() {
	}

	static Vertx vertx() {
		// Else heads that are prepared would be encoded anew for each answer.
		System.setProperty("vertx.cacheImmutableHttpResponseHeaders", "true");
		return Vertx.vertx(new VertxOptions().setPreferNativeTransport(true)
			.setEventLoopPoolSize(Runtime.getRuntime().availableProcessors())
			.setFileSystemOptions(
					new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
	}

	/**
	 * Returns where to listen.
	 * @param port the port, or 0 for a free one
	 * @param address the address
	 * @param number tells free ports apart: servers with the same number share one
	 * @return the address that all event loops listen on
	 */
	static SocketAddress address(int port, String address, int number) {
		return (port != 0) ? SocketAddress.inetSocketAddress(port, address)
				: SocketAddress.sharedRandomPort(number, address);
	}

	static HttpServerOptions cleartext(Http2Properties http2) {
		// Nobody would watch a connection until its client has said which version it is.
		return server(http2).setHttp2ClearTextEnabled(false);
	}

	static HttpServerOptions tls(Http2Properties http2, Certificate certificate) {
		HttpServerOptions options = server(http2).setSsl(true)
			.setUseAlpn(true)
			.setAlpnVersions(http2.enabled() ? List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1, HttpVersion.HTTP_1_0)
					: List.of(HttpVersion.HTTP_1_1, HttpVersion.HTTP_1_0));
		certificate.applyTo(options.getSslOptions());
		return options;
	}

	private static HttpServerOptions server(Http2Properties http2) {
		return new HttpServerOptions().setReuseAddress(true)
			.setTcpNoDelay(true)
			.setMaxInitialLineLength(LONGEST_LINE)
			.setMaxHeaderSize(LONGEST_HEAD)
			.setCompressionSupported(false)
			// There are no WebSockets here, so that nothing has to look for them.
			.setPerFrameWebSocketCompressionSupported(false)
			.setPerMessageWebSocketCompressionSupported(false)
			// Clients have nothing to send but heads, so that the windows are the least.
			.setHttp2ConnectionWindowSize(Http2Settings.DEFAULT_INITIAL_WINDOW_SIZE)
			.setInitialSettings(
					new Http2Settings().setMaxConcurrentStreams(http2.maxStreams()).setMaxHeaderListSize(LONGEST_HEAD));
	}

}
