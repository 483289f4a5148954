package cellar.common.store;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class S3ClientsTests {

	private final List<Headers> requests = new CopyOnWriteArrayList<>();

	private final List<String> paths = new CopyOnWriteArrayList<>();

	private volatile int status = 200;

	private HttpServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		this.server.createContext("/", (exchange) -> {
			this.requests.add(exchange.getRequestHeaders());
			this.paths.add(exchange.getRequestURI().getPath());
			exchange.getRequestBody().readAllBytes();
			exchange.sendResponseHeaders(this.status, -1);
			exchange.close();
		});
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void putWhenStoreIsNotAwsSendsPlainBodyWithoutTrailer() {
		try (S3Client client = client()) {
			client.putObject((put) -> put.bucket("site").key("catalog"), RequestBody.fromString("{}"));
		}
		Headers sent = this.requests.getFirst();
		assertThat(this.paths).containsExactly("/site/catalog");
		assertThat(sent.getFirst("Content-length")).isEqualTo("2");
		assertThat(sent.getFirst("X-amz-content-sha256")).hasSize(64);
		assertThat(sent).doesNotContainKeys("X-amz-trailer", "Content-encoding", "X-amz-sdk-checksum-algorithm");
	}

	@Test
	void callWhenStoreKeepsFailingGivesUpAfterThreeAttempts() {
		this.status = 500;
		try (S3Client client = client()) {
			assertThatExceptionOfType(S3Exception.class)
				.isThrownBy(() -> client.headBucket((head) -> head.bucket("site")));
		}
		assertThat(this.requests).hasSize(3);
	}

	@Test
	void callWhenStoreIsOnThisMachinePassesNoProxy() {
		System.setProperty("http.proxyHost", "proxy.invalid");
		System.setProperty("http.nonProxyHosts", "");
		try (S3Client client = client()) {
			client.headBucket((head) -> head.bucket("site"));
		}
		finally {
			System.clearProperty("http.nonProxyHosts");
			System.clearProperty("http.proxyHost");
		}
		assertThat(this.paths).containsExactly("/site");
	}

	private S3Client client() {
		URI endpoint = URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
		return S3Clients.connect(new StoreConnection(endpoint, "us-east-1", true, "key", "secret"));
	}

}
