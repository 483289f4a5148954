package cellar.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import cellar.common.test.TestTokens;
import cellar.gateway.port.DataPort;
import cellar.parts.ObjectStoreServer;

/**
 * A whole gateway before a real object store and a scripted HTTP server.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class GatewayTestBase {

	/** How many routes there are, for those who add some. */
	static final int ROUTES = 6;

	static final ObjectStoreServer store = ObjectStoreServer.startTemporary();

	static final ScriptedServer web = new ScriptedServer();

	static final Bucket bucket = new Bucket(store, "images");

	static final TestCertificate certificate = certificate();

	private static final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@Autowired
	@SuppressWarnings("NullAway.Init") // injected
	private DataPort dataPort;

	@LocalServerPort
	private int adminPort;

	private static TestCertificate certificate() {
		try {
			return TestCertificate.create(Files.createTempDirectory("gateway-certificate"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) throws IOException {
		Path directory = Files.createTempDirectory("gateway-test");
		registry.add("cellar.gateway.data-port", () -> 0);
		registry.add("cellar.gateway.tls.port", () -> 0);
		registry.add("cellar.gateway.tls.bundle", () -> "gateway");
		registry.add("spring.ssl.bundle.jks.gateway.keystore.location", () -> "file:" + certificate.keyStore());
		registry.add("spring.ssl.bundle.jks.gateway.keystore.password", () -> TestCertificate.PASSWORD);
		registry.add("spring.ssl.bundle.jks.gateway.reload-on-update", () -> "true");
		registry.add("spring.ssl.bundle.watch.file.quiet-period", () -> "100ms");
		registry.add("cellar.gateway.cache.directory", directory::toString);
		registry.add("cellar.gateway.cache.max-size", () -> "64MB");
		registry.add("cellar.gateway.cache.min-free", () -> "0");
		registry.add("cellar.gateway.transport.idle-timeout", () -> "3s");
		registry.add("cellar.gateway.origins.store.type", () -> "s3");
		registry.add("cellar.gateway.origins.store.endpoint", store::endpoint);
		registry.add("cellar.gateway.origins.store.access-key", store::accessKey);
		registry.add("cellar.gateway.origins.store.secret-key", store::secretKey);
		registry.add("cellar.gateway.origins.anonymous.type", () -> "s3");
		registry.add("cellar.gateway.origins.anonymous.endpoint", store::endpoint);
		registry.add("cellar.gateway.origins.web.type", () -> "http");
		registry.add("cellar.gateway.origins.web.base-url", web::url);
		route(registry, 0, "/images", "store", "default-ttl=1h");
		route(registry, 1, "/short", "store", "default-ttl=0s");
		route(registry, 2, "/private", "anonymous", "default-ttl=1h");
		route(registry, 3, "/web", "web", "default-ttl=1h");
		registry.add("cellar.gateway.origins.open.type", () -> "http");
		registry.add("cellar.gateway.origins.open.base-url", web::url);
		registry.add("cellar.gateway.origins.open.forward-headers", () -> "true");
		route(registry, 4, "/open", "open", "default-ttl=0s");
		route(registry, 5, "/heeding", "open", "default-ttl=0s");
		registry.add("cellar.gateway.routes[5].client-directives", () -> "true");
		registry.add("cellar.gateway.routes[0].headers.X-Frame-Options", () -> "DENY");
		TestTokens.addOneForEachRole(registry);
	}

	private static void route(DynamicPropertyRegistry registry, int index, String path, String origin, String ttl) {
		String name = "cellar.gateway.routes[" + index + "].";
		registry.add(name + "path", () -> path);
		registry.add(name + "origin", () -> origin);
		registry.add(name + "access", () -> "public");
		registry.add(name + "default-ttl", () -> ttl.substring(ttl.indexOf('=') + 1));
		if (!origin.equals("web") && !origin.equals("open")) {
			registry.add(name + "bucket", () -> "images");
		}
	}

	int port() {
		return this.dataPort.port();
	}

	HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
		return send("GET", path, headers);
	}

	HttpResponse<byte[]> send(String method, String path, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(wire().uri(this.dataPort, path))
			.method(method, HttpRequest.BodyPublishers.noBody());
		if (headers.length > 0) {
			request.headers(headers);
		}
		return wire().client().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
	}

	/**
	 * Returns how requests are sent.
	 * @return the way, in the clear unless a test has it otherwise
	 */
	Wire wire() {
		return Wire.CLEARTEXT;
	}

	DataPort dataPort() {
		return this.dataPort;
	}

	HttpResponse<String> admin(String method, String path, String token) throws IOException, InterruptedException {
		return admin(method, path, token, HttpRequest.BodyPublishers.noBody());
	}

	HttpResponse<String> admin(String method, String path, String token, HttpRequest.BodyPublisher body)
			throws IOException, InterruptedException {
		URI uri = URI.create("http://127.0.0.1:" + this.adminPort + path);
		String[] headers = token.isEmpty() ? new String[0] : new String[] { "Authorization", "Bearer " + token };
		HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, body);
		if (headers.length > 0) {
			request.headers(headers);
		}
		return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	static String header(HttpResponse<?> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}

	static byte[] bytes(int length) {
		byte[] bytes = new byte[length];
		new Random(length).nextBytes(bytes);
		return bytes;
	}

}
