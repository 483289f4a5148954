package cellar.provisioning.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cellar.provisioning.People;
import cellar.provisioning.TestDatabase;
import cellar.provisioning.cloud.TestClouds;
import cellar.simulation.SimulatedCloud;
import cellar.simulation.fault.Fault;
import cellar.simulation.fault.FaultOrder;
import cellar.simulation.instance.Instance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests launches over HTTP, with a real database and the simulated cloud.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LaunchIntegrationTests {

	private static final SimulatedCloud CLOUD = SimulatedCloud.builder()
		.path("/services/compute")
		.pendingFor(Duration.ofMillis(300))
		.start();

	private static final String PUBLIC_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJHT3JYyOcwzdgt/fI+GtGImhXXzKNZdGDHbzVRzb1Vk alice@example";

	private static final JsonMapper JSON = JsonMapper.shared();

	@LocalServerPort
	private int port;

	@Autowired
	private MeterRegistry meters;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		People.register(registry);
		registry.add("spring.datasource.url", TestDatabase::jdbcUrl);
		registry.add("management.server.port", () -> 0);
		TestClouds.register(CLOUD, registry);
		registry.add("cellar.provisioning.launches.poll-interval", () -> "100ms");
		registry.add("db-scheduler.polling-interval", () -> "100ms");
		registry.add("db-scheduler.shutdown-max-wait", () -> "2s");
	}

	@AfterAll
	static void close() {
		CLOUD.close();
	}

	@Test
	void postWhenRecipeIsNamedLaunchesMachinesWithIt() {
		Map<String, Object> body = Map.of("cloud", "local", "image", "emi-c0de0001", "recipe", "coreos-docker-storage",
				"instanceType", "m1.small", "publicKey", PUBLIC_KEY, "sshFrom", "192.0.2.0/24", "tags",
				Map.of("team", "storage"), "count", 2);
		ResponseEntity<JsonNode> taken = post("alice", null, body);
		assertThat(taken.getStatusCode().value()).isEqualTo(202);
		String id = id(taken);
		assertThat(taken.getHeaders().getLocation()).hasPath("/api/v1/launches/" + id);
		JsonNode launch = settled(id);
		assertThat(launch.path("state").asString()).as(launch.toPrettyString()).isEqualTo("READY");
		assertThat(launch.path("family").asString()).isEqualTo("flatcar");
		assertThat(launch.path("instances")).hasSize(2);
		assertThat(launch.path("steps")).allSatisfy((step) -> assertThat(step.path("endedAt").isNull()).isFalse());
		List<Instance> machines = machines(id);
		assertThat(machines).hasSize(2).allSatisfy((machine) -> {
			assertThat(machine.tags()).containsEntry("team", "storage").containsEntry("cellar:owner", "alice");
			assertThat(machine.keyName()).isEqualTo("cellar-" + id);
		});
	}

	@Test
	void postWhenReplyIsLostAfterEffectLaunchesOnce() {
		CLOUD.inject(FaultOrder.once("RunInstances", new Fault.LostReply(true)));
		String id = id(post("alice", null, plain()));
		assertThat(settled(id).path("state").asString()).isEqualTo("READY");
		assertThat(machines(id)).hasSize(1);
	}

	@Test
	void postWhenCloudThrottlesLaunchesAnyway() {
		CLOUD.inject(new FaultOrder("*", Fault.Refusal.throttle(), 0, 6));
		String id = id(post("alice", null, plain()));
		assertThat(settled(id).path("state").asString()).isEqualTo("READY");
		assertThat(machines(id)).hasSize(1);
	}

	@Test
	void postWhenCloudIsFullFailsAndLeavesNothing() {
		CLOUD.inject(FaultOrder.once("RunInstances",
				new Fault.Refusal(500, "InsufficientInstanceCapacity", "No room for m1.small")));
		String id = id(post("alice", null, plain()));
		JsonNode launch = settled(id);
		assertThat(launch.path("state").asString()).isEqualTo("FAILED");
		assertThat(launch.path("failure").path("code").asString()).isEqualTo("cloud-capacity");
		assertThat(launch.path("cleanup").path("state").asString()).as(launch.toPrettyString()).isEqualTo("DONE");
		assertThat(CLOUD.resources().toString()).doesNotContain(id);
		assertThat(CLOUD.securityGroups()).noneSatisfy((group) -> assertThat(group.name()).contains(id));
	}

	@Test
	void postWhenCredentialsExpiredFailsWithExplanation() {
		CLOUD.inject(FaultOrder.once("ImportKeyPair",
				new Fault.Refusal(403, "ExpiredToken", "The provided token has expired.")));
		Map<String, Object> body = Map.of("cloud", "local", "image", "emi-c0de0002", "instanceType", "m1.small",
				"publicKey", PUBLIC_KEY);
		JsonNode launch = settled(id(post("alice", null, body)));
		assertThat(launch.path("state").asString()).isEqualTo("FAILED");
		assertThat(launch.path("failure").path("code").asString()).isEqualTo("cloud-credentials");
		assertThat(launch.path("failure").path("message").asString()).contains("ExpiredToken")
			.contains("operator must renew");
	}

	@Test
	void postWhenImageIsUnknownFails() {
		Map<String, Object> body = Map.of("cloud", "local", "image", "emi-00000000", "instanceType", "m1.small");
		JsonNode launch = settled(id(post("alice", null, body)));
		assertThat(launch.path("failure").path("code").asString()).isEqualTo("image-not-available");
	}

	@Test
	void postWhenFiftySendOneKeyMakesOneLaunch() throws Exception {
		String key = UUID.randomUUID().toString();
		List<String> ids = new ArrayList<>();
		try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<ResponseEntity<JsonNode>>> answers = new ArrayList<>();
			for (int i = 0; i < 50; i++) {
				answers.add(callers.submit(() -> post("alice", key, plain())));
			}
			for (Future<ResponseEntity<JsonNode>> answer : answers) {
				assertThat(answer.get().getStatusCode().value()).isEqualTo(202);
				ids.add(id(answer.get()));
			}
		}
		assertThat(ids).hasSize(50).containsOnly(ids.getFirst());
		assertThat(settled(ids.getFirst()).path("state").asString()).isEqualTo("READY");
		assertThat(machines(ids.getFirst())).hasSize(1);
	}

	@Test
	void postWhenKeyIsReusedIsRefused() {
		String key = UUID.randomUUID().toString();
		String id = id(post("alice", key, plain()));
		assertThat(post("alice", key, Map.of("cloud", "local", "image", "emi-c0de0002", "instanceType", "m1.large"))
			.getStatusCode()
			.value()).isEqualTo(422);
		assertThat(id(post("bob", key, plain()))).isNotEqualTo(id);
		assertThat(id(post("alice", key, plain()))).isEqualTo(id);
	}

	@Test
	void getWhenLaunchIsOfAnotherLauncherIsNotFound() {
		String id = id(post("alice", null, plain()));
		assertThat(get("alice", "/api/v1/launches/" + id).getStatusCode().value()).isEqualTo(200);
		assertThat(get("bob", "/api/v1/launches/" + id).getStatusCode().value()).isEqualTo(404);
		assertThat(get("reader", "/api/v1/launches/" + id).getStatusCode().value()).isEqualTo(200);
		assertThat(get("operator", "/api/v1/launches/" + id).getStatusCode().value()).isEqualTo(200);
		assertThat(items("bob")).allSatisfy((item) -> assertThat(item.path("owner").asString()).isEqualTo("bob"));
		assertThat(items("reader")).anySatisfy((item) -> assertThat(item.path("id").asString()).isEqualTo(id));
	}

	@Test
	void postWhenFieldIsUnknownIsRefused() {
		ResponseEntity<JsonNode> answer = post("alice", null,
				Map.of("cloud", "local", "image", "emi-c0de0002", "instanceType", "m1.small", "createKey", true));
		assertThat(answer.getStatusCode().value()).isEqualTo(400);
		assertThat(problem(answer)).contains("createKey");
	}

	@Test
	void postWhenFieldsAreWrongNamesEach() {
		ResponseEntity<JsonNode> answer = post("alice", null,
				Map.of("cloud", "moon", "image", "centos", "instanceType", "../x", "count", 0, "keyName", "a",
						"publicKey", "b", "tags", Map.of("cellar:owner", "me"), "sshFrom", "everywhere"));
		assertThat(answer.getStatusCode().value()).isEqualTo(400);
		assertThat(problem(answer)).contains("'cloud'", "'image'", "'instanceType'", "'count'", "'publicKey'",
				"'tags.cellar:owner'", "'sshFrom'");
	}

	@Test
	void getWhenPageIsTooFarAwayIsRefused() {
		ResponseEntity<JsonNode> answer = get("operator", "/api/v1/launches?size=100&page=2147483647");
		assertThat(answer.getStatusCode().value()).isEqualTo(400);
		assertThat(problem(answer)).contains("'page'");
	}

	@Test
	void getWhenInstanceTypesAreAskedForListsThem() {
		ResponseEntity<JsonNode> answer = get("alice", "/api/v1/clouds/local/instance-types");
		assertThat(answer.getStatusCode().value()).isEqualTo(200);
		assertThat(body(answer).path("items")).isNotEmpty()
			.anySatisfy((type) -> assertThat(type.path("name").asString()).isEqualTo("m1.small"));
	}

	@Test
	void meterWhenLaunchIsReadyCountsIt() {
		settled(id(post("alice", null, plain())));
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.meters.get("cellar.launches").tag("state", "READY").gauge().value())
				.isPositive());
		assertThat(this.meters.get("cellar.launch.running.time").timer().count()).isPositive();
		assertThat(this.meters.get("cellar.cloud.calls").tag("action", "run").timers()).isNotEmpty();
	}

	private static Map<String, Object> plain() {
		return Map.of("cloud", "local", "image", "emi-c0de0002", "instanceType", "m1.small");
	}

	private List<Instance> machines(String launch) {
		return CLOUD.instances()
			.stream()
			.filter((instance) -> launch.equals(instance.tags().get("cellar:launch-id")))
			.toList();
	}

	private JsonNode settled(String id) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> body(get("operator", "/api/v1/launches/" + id)),
					(launch) -> launch.path("state").asString().matches("READY|FAILED"));
	}

	private List<JsonNode> items(String caller) {
		return body(get(caller, "/api/v1/launches?size=100")).path("items").values().stream().toList();
	}

	private ResponseEntity<JsonNode> post(String caller, @Nullable String key, Map<String, Object> body) {
		return client(caller).post().uri("/api/v1/launches").headers((headers) -> {
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

	private ResponseEntity<JsonNode> get(String caller, String path) {
		return client(caller).get().uri(path).retrieve().onStatus((status) -> true, (request, response) -> {
		}).toEntity(JsonNode.class);
	}

	private RestClient client(String caller) {
		return RestClient.builder()
			.baseUrl("http://127.0.0.1:" + this.port)
			.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + caller + "-token")
			.build();
	}

	private static JsonNode body(ResponseEntity<JsonNode> answer) {
		JsonNode body = answer.getBody();
		assertThat(body).isNotNull();
		return body;
	}

	private static String id(ResponseEntity<JsonNode> answer) {
		assertThat(answer.getStatusCode().value()).as(String.valueOf(answer.getBody())).isEqualTo(202);
		return body(answer).path("id").asString();
	}

	private static String problem(ResponseEntity<JsonNode> answer) {
		return body(answer).path("detail").asString();
	}

}
