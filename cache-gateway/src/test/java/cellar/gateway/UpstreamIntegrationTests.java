package cellar.gateway;

import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A gateway before origins that fail.
 */
class UpstreamIntegrationTests extends GatewayTestBase {

	private static final ScriptedServer failing = new ScriptedServer();

	private static final ScriptedServer busy = new ScriptedServer();

	@DynamicPropertySource
	static void origins(DynamicPropertyRegistry registry) {
		origin(registry, ROUTES, "failing", failing);
		registry.add("cellar.gateway.origins.failing.circuit.open-for", () -> "1h");
		origin(registry, ROUTES + 1, "busy", busy);
		registry.add("cellar.gateway.origins.busy.limit.requests", () -> "1");
		registry.add("cellar.gateway.origins.busy.limit.waiting", () -> "0");
		registry.add("cellar.gateway.origins.busy.timeouts.first-byte", () -> "1h");
	}

	private static void origin(DynamicPropertyRegistry registry, int route, String name, ScriptedServer server) {
		registry.add("cellar.gateway.origins." + name + ".type", () -> "http");
		registry.add("cellar.gateway.origins." + name + ".base-url", server::url);
		registry.add("cellar.gateway.routes[" + route + "].path", () -> "/" + name);
		registry.add("cellar.gateway.routes[" + route + "].origin", () -> name);
		registry.add("cellar.gateway.routes[" + route + "].access", () -> "public");
		registry.add("cellar.gateway.routes[" + route + "].default-ttl", () -> "0s");
		registry.add("cellar.gateway.routes[" + route + "].stale-if-error", () -> "1h");
	}

	@AfterAll
	static void close() throws Exception {
		failing.close();
		busy.close();
	}

	private static ScriptedServer.Answer answer(String status) {
		return (out) -> ScriptedServer.write(out,
				"HTTP/1.1 " + status + "\r\nContent-Length: 2\r\nETag: \"1\"\r\nConnection: close\r\n\r\nok");
	}

	private void store(String path) throws Exception {
		assertThat(get(path).statusCode()).isEqualTo(200);
		Awaitility.await()
			.untilAsserted(() -> assertThat(
					admin("GET", "/api/v1/cache/objects?route=/" + path.split("/")[1], "reader").body())
				.contains("\"total\":1"));
	}

	@Test
	void originThatFailsIsLeftAloneAndItsCopiesAreServed() throws Exception {
		failing.on("/stored", answer("200 OK"));
		store("/failing/stored");
		failing.on("/bad", answer("503 No"));
		for (int i = 0; i < 5; i++) {
			get("/failing/bad");
		}
		HttpResponse<byte[]> stale = get("/failing/stored");
		assertThat(stale.statusCode()).isEqualTo(200);
		assertThat(header(stale, "Cache-Status")).contains("stale-if-error");
		assertThat(failing.requestsFor("/stored")).isOne();
		HttpResponse<byte[]> refused = get("/failing/unknown");
		assertThat(refused.statusCode()).isEqualTo(502);
		assertThat(header(refused, "Cache-Status")).contains("detail=origin-circuit-open");
		assertThat(failing.requestsFor("/unknown")).isZero();
		assertThat(admin("GET", "/actuator/health", "reader").body()).endsWith("\"status\":\"UP\"}")
			.contains("\"failing\":\"open\"", "\"web\":\"closed\"");
		assertThat(admin("GET", "/actuator/health/readiness", "").statusCode()).isEqualTo(200);
		assertThat(admin("GET", "/actuator/prometheus", "reader").body()).contains(
				"cellar_origin_circuit{application=\"cache-gateway\",origin=\"failing\",state=\"open\"} 1.0",
				"cellar_origin_refused_total{application=\"cache-gateway\",origin=\"failing\",reason=\"circuit_open\"}");
	}

	@Test
	void originThatIsBusyIsNotAskedMoreAndItsCopiesAreServed() throws Exception {
		busy.on("/stored", answer("200 OK"));
		store("/busy/stored");
		CountDownLatch go = new CountDownLatch(1);
		busy.on("/slow", (out) -> {
			go.await();
			answer("200 OK").write(out);
		});
		Thread slow = Thread.ofVirtual().start(() -> {
			try {
				get("/busy/slow");
			}
			catch (Exception ex) {
				throw new AssertionError(ex);
			}
		});
		Awaitility.await().until(() -> busy.requestsFor("/slow") == 1);
		assertThat(header(get("/busy/stored"), "Cache-Status")).contains("stale-if-error");
		HttpResponse<byte[]> refused = get("/busy/other");
		assertThat(refused.statusCode()).isEqualTo(502);
		assertThat(header(refused, "Cache-Status")).contains("detail=origin-overloaded");
		assertThat(busy.requestsFor("/other")).isZero();
		assertThat(admin("GET", "/actuator/prometheus", "reader").body())
			.contains("cellar_origin_requests_running{application=\"cache-gateway\",origin=\"busy\"} 1.0");
		go.countDown();
		slow.join();
		Awaitility.await()
			.untilAsserted(() -> assertThat(admin("GET", "/actuator/prometheus", "reader").body())
				.contains("cellar_origin_requests_running{application=\"cache-gateway\",origin=\"busy\"} 0.0"));
	}

}
