package cellar.catalog.gateway;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HttpReadBackTests {

	private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private volatile int status = 200;

	private volatile byte[] served = CONTENT;

	private HttpServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		this.server.createContext("/", (exchange) -> {
			this.requests.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().get("Accept-Encoding"));
			byte[] body = this.served;
			exchange.sendResponseHeaders(this.status, (body.length > 0) ? body.length : -1);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void checkReadsThroughEveryGateway() {
		readBack(address(""), address("/images/")).check("p/7/catalog.json", CONTENT);
		assertThat(this.requests).containsExactly("/p/7/catalog.json [identity]",
				"/images/p/7/catalog.json [identity]");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			403, content,      answered 403
			302, content,      answered 302
			206, content,      answered 206
			200, other,        does not show
			200, content more, does not show
			200, '',           does not show
			""")
	void checkWhenReadersGetSomethingElseFails(int answer, String body, String message) {
		this.status = answer;
		this.served = body.getBytes(StandardCharsets.UTF_8);
		assertThatExceptionOfType(GatewayException.class)
			.isThrownBy(() -> readBack(address("")).check("catalog", CONTENT))
			.withMessageContaining("/catalog' " + message);
	}

	@Test
	void checkWhenOneGatewayIsDownStillAsksTheOthers() {
		HttpReadBack readBack = readBack(URI.create("http://127.0.0.1:1"), address(""));
		assertThatExceptionOfType(GatewayException.class).isThrownBy(() -> readBack.check("catalog", CONTENT))
			.withMessageContaining("did not answer");
		assertThat(this.requests).hasSize(1);
	}

	private URI address(String path) {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + path);
	}

	private static HttpReadBack readBack(URI... sites) {
		return new HttpReadBack(new GatewayProperties(Arrays.stream(sites)
			.map((site) -> new GatewayProperties.Gateway(URI.create("http://127.0.0.1:1"), "very-secret", site))
			.toList()), RestClient.builder());
	}

}
