package cellar.provisioning.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

import cellar.simulation.SimulatedCloud;
import cellar.simulation.control.CloudControl;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the same key of the same caller means one launch, however often it comes.
 */
@SimulatedCloudTest
class IdempotencyKeyIntegrationTests {

	private final LaunchClient client;

	private final CloudControl cloud;

	@Autowired
	IdempotencyKeyIntegrationTests(LaunchClient client, SimulatedCloud cloud) {
		this.client = client;
		this.cloud = cloud.control();
	}

	@Test
	void postWhenFiftySendOneKeyMakesOneLaunch() throws Exception {
		String key = UUID.randomUUID().toString();
		List<String> ids = new ArrayList<>();
		try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<ResponseEntity<JsonNode>>> answers = new ArrayList<>();
			for (int i = 0; i < 50; i++) {
				answers.add(callers.submit(() -> this.client.post("alice", key, LaunchClient.PLAIN)));
			}
			for (Future<ResponseEntity<JsonNode>> answer : answers) {
				assertThat(answer.get().getStatusCode().value()).isEqualTo(202);
				ids.add(LaunchClient.id(answer.get()));
			}
		}
		assertThat(ids).hasSize(50).containsOnly(ids.getFirst());
		assertThat(this.client.settled(ids.getFirst()).path("state").asString()).isEqualTo("READY");
		assertThat(this.cloud.instances())
			.filteredOn((machine) -> ids.getFirst().equals(machine.tags().get("cellar:launch-id")))
			.hasSize(1);
	}

	@Test
	void postWhenKeyIsReusedIsRefused() {
		String key = UUID.randomUUID().toString();
		String id = LaunchClient.id(this.client.post("alice", key, LaunchClient.PLAIN));
		assertThat(this.client
			.post("alice", key, Map.of("cloud", "local", "image", "emi-c0de0002", "instanceType", "m1.large"))
			.getStatusCode()
			.value()).isEqualTo(422);
		String other = LaunchClient.id(this.client.post("bob", key, LaunchClient.PLAIN));
		assertThat(other).isNotEqualTo(id);
		assertThat(LaunchClient.id(this.client.post("alice", key, LaunchClient.PLAIN))).isEqualTo(id);
		this.client.settled(id);
		this.client.settled(other);
	}

}
