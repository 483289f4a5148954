package cellar.provisioning.launch;

import java.time.Duration;
import java.util.Map;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks the service for launches, as any of the people.
 */
final class LaunchClient {

	/**
	 * The least that a launch needs.
	 */
	static final Map<String, Object> PLAIN = Map.of("cloud", "local", "image", "emi-c0de0002", "instanceType",
			"m1.small");

	private static final JsonMapper JSON = JsonMapper.shared();

	private final String baseUrl;

	LaunchClient(int port) {
		this.baseUrl = "http://127.0.0.1:" + port;
	}

	/**
	 * Asks for a launch that is taken.
	 * @param body what is asked for
	 * @return its id
	 */
	String launch(Map<String, Object> body) {
		return id(post("alice", null, body));
	}

	ResponseEntity<JsonNode> post(String caller, @Nullable String key, Map<String, Object> body) {
		return post(caller, "", key, body);
	}

	ResponseEntity<JsonNode> post(String caller, String query, @Nullable String key, Map<String, Object> body) {
		return as(caller).post().uri("/api/v1/launches" + query).headers((headers) -> {
			if (key != null) {
				headers.set("Idempotency-Key", key);
			}
		})
			.contentType(MediaType.APPLICATION_JSON)
			.body(JSON.writeValueAsString(body))
			.retrieve()
			.onStatus((status) -> true, (request, response) -> {
			})
			.toEntity(JsonNode.class);
	}

	ResponseEntity<JsonNode> get(String caller, String path) {
		return as(caller).get().uri(path).retrieve().onStatus((status) -> true, (request, response) -> {
		}).toEntity(JsonNode.class);
	}

	/**
	 * Waits for the end of a launch.
	 * @param id its id
	 * @return the launch
	 */
	JsonNode settled(String id) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> body(get("operator", "/api/v1/launches/" + id)),
					(launch) -> launch.path("state").asString().matches("READY|FAILED"));
	}

	static JsonNode body(ResponseEntity<JsonNode> answer) {
		JsonNode body = answer.getBody();
		assertThat(body).isNotNull();
		return body;
	}

	static String id(ResponseEntity<JsonNode> answer) {
		assertThat(answer.getStatusCode().value()).as(String.valueOf(answer.getBody())).isEqualTo(202);
		return body(answer).path("id").asString();
	}

	static String problem(ResponseEntity<JsonNode> answer) {
		return body(answer).path("detail").asString();
	}

	private RestClient as(String caller) {
		return RestClient.builder()
			.baseUrl(this.baseUrl)
			.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + caller + "-token")
			.build();
	}

}
