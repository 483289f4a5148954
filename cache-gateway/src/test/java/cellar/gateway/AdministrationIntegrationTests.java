package cellar.gateway;

import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AdministrationIntegrationTests extends GatewayTestBase {

	@Test
	void purgeTakesEffectAtOnce() throws Exception {
		bucket.put("purge/a", bytes(1000));
		get("/images/purge/a");
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(admin("GET", "/api/v1/cache/objects?route=/images&prefix=purge/", "reader").body())
						.contains("\"object\":\"purge/a\"", "\"total\":1"));
		bucket.put("purge/a", bytes(1001));
		HttpResponse<String> purged = admin("DELETE", "/api/v1/cache/objects?prefix=purge/", "operator");
		assertThat(purged.statusCode()).isEqualTo(200);
		assertThat(purged.body()).isEqualTo("{\"purged\":1}");
		assertThat(get("/images/purge/a").body()).isEqualTo(bytes(1001));
	}

	@ParameterizedTest
	@CsvSource({ "GET,/api/v1/cache,'',401", "GET,/api/v1/cache,nobody,401", "GET,/api/v1/cache,reader,200",
			"GET,/api/v1/cache?x=1,reader,400", "GET,/api/v1/cache/objects,'',401",
			"GET,/api/v1/cache/objects,reader,200", "GET,/api/v1/cache/objects?page=-1,reader,400",
			"GET,/api/v1/cache/objects?size=x,reader,400", "GET,/api/v1/cache/objects?size=1001,reader,400",
			"DELETE,/api/v1/cache/objects?prefix=zz,'',401", "DELETE,/api/v1/cache/objects?prefix=zz,reader,403",
			"DELETE,/api/v1/cache/objects?prefix=zz,operator,200", "DELETE,/api/v1/cache/objects,operator,400",
			"DELETE,/api/v1/cache/objects?prefix=,operator,400",
			"DELETE,/api/v1/cache/objects?route=/none,operator,400",
			"DELETE,/api/v1/cache/objects?prefix=zz&soft=true,operator,400",
			"DELETE,/api/v1/cache/objects?prefix=zz&soft=false,operator,400",
			"DELETE,/api/v1/cache/objects?prefix=zz&typo=1,operator,400", "POST,/api/v1/cache/refresh,operator,404",
			"GET,/api/v1/statistics/downloads,reader,404", "GET,/actuator/prometheus,'',401",
			"GET,/actuator/prometheus,reader,200", "GET,/actuator/health,'',200",
			"GET,/actuator/health/readiness,'',200", "GET,/actuator/health/liveness,'',200",
			"GET,/v3/api-docs,'',200" })
	void whoMayDoWhat(String method, String path, String token, int status) throws Exception {
		HttpResponse<String> response = admin(method, path, token);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		if (status >= 400) {
			assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
		}
	}

	@Test
	void actuatorWhenBodyIsTooLargeRefusesIt() throws Exception {
		HttpResponse<String> response = admin("POST", "/actuator/loggers/cellar", "operator",
				HttpRequest.BodyPublishers.ofString(" ".repeat(1024 * 1024 + 1)));
		assertThat(response.statusCode()).as(response.body()).isEqualTo(413);
	}

	@Test
	void metricsAreThereBeforeAnythingHappens() throws Exception {
		assertThat(admin("GET", "/actuator/prometheus", "reader").body()).contains(
				"cellar_cache_sent_bytes_total{application=\"cache-gateway\",outcome=\"stale\"}",
				"cellar_cache_requests_total{application=\"cache-gateway\",outcome=\"not_cached\"}",
				"cellar_cache_hit_time_seconds_bucket{application=\"cache-gateway\",le=\"0.025\"}",
				"cellar_delivery_requests_seconds_count{application=\"cache-gateway\",complete=\"true\",failed=\"true\",route=\"/images\",status=\"502\"}",
				"cellar_delivery_requests_seconds_count{application=\"cache-gateway\",complete=\"false\",failed=\"false\",route=\"none\",status=\"206\"}",
				"reason=\"overloaded\"", "fault=\"wrong_checksum\"", "cellar_client_connections{", "disk_total_bytes{");
	}

	@Test
	void connectionsOfClientsAreCountedWhileTheyAreOpen() throws Exception {
		double before = connections();
		try (Socket client = new Socket("127.0.0.1", dataPort().port())) {
			assertThat(client.isConnected()).isTrue();
			Awaitility.await().until(() -> connections() == before + 1);
		}
		Awaitility.await().until(() -> connections() == before);
	}

	private double connections() throws Exception {
		return admin("GET", "/actuator/prometheus", "reader").body()
			.lines()
			.filter((line) -> line.startsWith("cellar_client_connections{"))
			.mapToDouble((line) -> Double.parseDouble(line.substring(line.indexOf('}') + 1)))
			.sum();
	}

	@Test
	void metricsAndHealthTell() throws Exception {
		bucket.put("metric", bytes(1000));
		get("/images/metric");
		Awaitility.await()
			.untilAsserted(() -> assertThat(admin("GET", "/actuator/prometheus", "reader").body()).contains(
					"cellar_cache_requests_total{application=\"cache-gateway\",outcome=\"miss\"}",
					"cellar_delivery_bytes_total{application=\"cache-gateway\",route=\"/images\"}",
					"cellar_origin_bytes_total", "cellar_cache_size_bytes", "cellar_cache_evictions_total"));
		assertThat(admin("GET", "/actuator/health", "reader").body()).contains("\"dataPort\"", "answering");
		assertThat(admin("GET", "/actuator/health", "").body()).doesNotContain("dataPort");
	}

}
