package cellar.common.trace;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;

import cellar.common.SampleApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the service outside of Boot's own support for tests, which traces nothing.
 */
class TracesIntegrationTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

	private final HttpClient client = HttpClient.newHttpClient();

	private final List<String> collected = new CopyOnWriteArrayList<>();

	private final List<String> parents = new CopyOnWriteArrayList<>();

	private HttpServer collector;

	@BeforeEach
	void start() throws IOException {
		this.collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.collector.createContext("/v1/traces", this::collect);
		this.collector.createContext("/store", this::answer);
		this.collector.start();
	}

	@AfterEach
	void stop() {
		this.collector.stop(0);
	}

	@Test
	void requestIsTracedAsPartOfWhatItsCallerDoes() throws Exception {
		try (ConfigurableApplicationContext context = service("tracing")) {
			get(context, "/public", PARENT);
		}
		assertThat(spans()).contains("http get /public", "sample-service", idOf(TRACE));
	}

	@Test
	void requestThatTheServiceMakesBelongsToTheTraceAndTellsNoSecrets() throws Exception {
		try (ConfigurableApplicationContext context = service("tracing")) {
			RestClient.builder()
				.observationRegistry(context.getBean(ObservationRegistry.class))
				.build()
				.get()
				.uri(URI.create("http://user:word@127.0.0.1:%d/store?signature=secret".formatted(port())))
				.retrieve()
				.toBodilessEntity();
		}
		assertThat(this.parents).singleElement().asString().matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[13]");
		assertThat(spans())
			.contains("http://127.0.0.1:%d/store".formatted(port()), idOf(this.parents.getFirst().substring(3, 35)))
			.doesNotContain("secret")
			.doesNotContain("word@");
	}

	@Test
	void probesAreNotTraced() throws Exception {
		try (ConfigurableApplicationContext context = service("tracing")) {
			get(context, "/actuator/health", PARENT);
			get(context, "/public", PARENT);
		}
		assertThat(spans()).contains("/public").doesNotContain("actuator");
	}

	@Test
	void nothingIsTracedUnlessItIsAskedFor() throws Exception {
		try (ConfigurableApplicationContext context = service()) {
			get(context, "/public", PARENT);
			assertThat(context.getBean(Tracer.class)).isSameAs(Tracer.NOOP);
		}
		assertThat(this.collected).isEmpty();
	}

	private ConfigurableApplicationContext service(String... profiles) {
		return new SpringApplicationBuilder(SampleApplication.class).profiles(profiles)
			.run("--server.port=0", "--spring.application.name=sample-service",
					"--spring.config.import=classpath:cellar-tracing.yaml",
					"--CELLAR_TRACES_ENDPOINT=http://127.0.0.1:%d/v1/traces".formatted(port()));
	}

	private int port() {
		return this.collector.getAddress().getPort();
	}

	private void get(ConfigurableApplicationContext context, String path, String parent) throws Exception {
		String port = context.getEnvironment().getProperty("local.server.port");
		HttpResponse<String> response = this.client
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%s%s".formatted(port, path)))
				.header("traceparent", parent)
				.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(200);
	}

	private void collect(HttpExchange exchange) throws IOException {
		// Protobuf has texts and identifiers as they are, so they can be looked for.
		this.collected.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
		exchange.sendResponseHeaders(200, -1);
		exchange.close();
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.parents.add(exchange.getRequestHeaders().getFirst("traceparent"));
		exchange.sendResponseHeaders(204, -1);
		exchange.close();
	}

	private String spans() {
		return String.join("", this.collected);
	}

	private static String idOf(String hex) {
		return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
	}

}
