package cellar.catalog.gateway;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GatewayPurgeTests {

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private volatile int status = 200;

	private HttpServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		this.server.createContext("/", (exchange) -> {
			this.requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
					+ exchange.getRequestHeaders().getFirst("Authorization"));
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
	void purgeAsksForEachPrefixWithTheToken() {
		purge(address("")).purge(List.of("catalog", "index.html"));
		assertThat(this.requests).containsExactly("DELETE /api/v1/cache/objects?prefix=catalog Bearer very-secret",
				"DELETE /api/v1/cache/objects?prefix=index.html Bearer very-secret");
	}

	@Test
	void purgeWhenAddressHasAPathKeepsIt() {
		purge(address("/admin/")).purge(List.of("a&b"));
		assertThat(this.requests).singleElement().asString().contains("/admin").contains("prefix=a%26b");
	}

	@ParameterizedTest
	@ValueSource(ints = { 302, 401, 404, 500, 503 })
	void purgeWhenNotConfirmedFails(int answer) {
		this.status = answer;
		assertThatExceptionOfType(GatewayException.class).isThrownBy(() -> purge(address("")).purge(List.of("catalog")))
			.withMessageContaining(Integer.toString(answer))
			.withMessageNotContaining("very-secret");
	}

	@Test
	void purgeWhenOneGatewayIsDownStillAsksTheOthers() {
		GatewayPurge purge = purge(URI.create("http://127.0.0.1:1"), address(""));
		assertThatExceptionOfType(GatewayException.class).isThrownBy(() -> purge.purge(List.of("catalog")))
			.withMessageContaining("did not answer");
		assertThat(this.requests).hasSize(1);
	}

	@Test
	void purgeWhenThereIsNoGatewayIsDone() {
		purge().purge(List.of("catalog"));
		assertThat(this.requests).isEmpty();
	}

	private URI address(String path) {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + path);
	}

	private static GatewayPurge purge(URI... addresses) {
		return new GatewayPurge(new GatewayProperties(List.of(addresses)
			.stream()
			.map((address) -> new GatewayProperties.Gateway(address, "very-secret", null))
			.toList()), RestClient.builder());
	}

}
