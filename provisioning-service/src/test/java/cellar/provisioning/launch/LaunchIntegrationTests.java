package cellar.provisioning.launch;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

import cellar.simulation.SimulatedCloud;
import cellar.simulation.control.CloudControl;
import cellar.simulation.fault.Fault;
import cellar.simulation.fault.FaultOrder;
import cellar.simulation.instance.Instance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests how launches end, in a cloud that works and in one that does not.
 */
@SimulatedCloudTest
class LaunchIntegrationTests {

	private static final String PUBLIC_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJHT3JYyOcwzdgt/fI+GtGImhXXzKNZdGDHbzVRzb1Vk alice@example";

	private final LaunchClient client;

	private final CloudControl cloud;

	private final MeterRegistry meters;

	@Autowired
	LaunchIntegrationTests(LaunchClient client, SimulatedCloud cloud, MeterRegistry meters) {
		this.client = client;
		this.cloud = cloud.control();
		this.meters = meters;
	}

	@Test
	void postWhenRecipeIsNamedLaunchesMachinesWithIt() {
		Map<String, Object> body = Map.of("cloud", "local", "image", "emi-c0de0001", "recipe", "coreos-docker-storage",
				"instanceType", "m1.small", "publicKey", PUBLIC_KEY, "sshFrom", "192.0.2.0/24", "tags",
				Map.of("team", "storage"), "count", 2);
		ResponseEntity<JsonNode> taken = this.client.post("alice", null, body);
		assertThat(taken.getStatusCode().value()).isEqualTo(202);
		String id = LaunchClient.id(taken);
		assertThat(taken.getHeaders().getLocation()).hasPath("/api/v1/launches/" + id);
		JsonNode launch = this.client.settled(id);
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
		this.cloud.inject(FaultOrder.once("RunInstances", new Fault.LostReply(true)));
		String id = this.client.launch(LaunchClient.PLAIN);
		assertThat(this.client.settled(id).path("state").asString()).isEqualTo("READY");
		assertThat(machines(id)).hasSize(1);
	}

	@Test
	void postWhenCloudThrottlesLaunchesAnyway() {
		this.cloud.inject(new FaultOrder("*", Fault.Refusal.throttle(), 0, 6));
		String id = this.client.launch(LaunchClient.PLAIN);
		assertThat(this.client.settled(id).path("state").asString()).isEqualTo("READY");
		assertThat(machines(id)).hasSize(1);
	}

	@Test
	void postWhenCloudIsFullFailsAndLeavesNothing() {
		this.cloud.inject(FaultOrder.once("RunInstances",
				new Fault.Refusal(500, "InsufficientInstanceCapacity", "No room for m1.small")));
		String id = this.client.launch(LaunchClient.PLAIN);
		JsonNode launch = this.client.settled(id);
		assertThat(launch.path("state").asString()).isEqualTo("FAILED");
		assertThat(launch.path("failure").path("code").asString()).isEqualTo("cloud-capacity");
		assertThat(launch.path("cleanup").path("state").asString()).as(launch.toPrettyString()).isEqualTo("DONE");
		assertThat(this.cloud.resources().toString()).doesNotContain(id);
		assertThat(this.cloud.securityGroups()).noneSatisfy((group) -> assertThat(group.name()).contains(id));
	}

	@Test
	void postWhenCredentialsExpiredFailsWithExplanation() {
		this.cloud.inject(FaultOrder.once("ImportKeyPair",
				new Fault.Refusal(403, "ExpiredToken", "The provided token has expired.")));
		Map<String, Object> body = Map.of("cloud", "local", "image", "emi-c0de0002", "instanceType", "m1.small",
				"publicKey", PUBLIC_KEY);
		JsonNode launch = this.client.settled(this.client.launch(body));
		assertThat(launch.path("state").asString()).isEqualTo("FAILED");
		assertThat(launch.path("failure").path("code").asString()).isEqualTo("cloud-credentials");
		assertThat(launch.path("failure").path("message").asString()).contains("ExpiredToken")
			.contains("operator must renew");
	}

	@Test
	void postWhenImageIsUnknownFails() {
		Map<String, Object> body = Map.of("cloud", "local", "image", "emi-00000000", "instanceType", "m1.small");
		JsonNode launch = this.client.settled(this.client.launch(body));
		assertThat(launch.path("failure").path("code").asString()).isEqualTo("image-not-available");
	}

	@Test
	void meterWhenLaunchIsReadyCountsIt() {
		this.client.settled(this.client.launch(LaunchClient.PLAIN));
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.meters.get("cellar.launches").tag("state", "ready").gauge().value())
				.isPositive());
		assertThat(this.meters.get("cellar.launch.running.time").timer().count()).isPositive();
		assertThat(this.meters.get("cellar.cloud.calls").tags("action", "run", "outcome", "done").timer().count())
			.isPositive();
		assertThat(this.meters.get("http.server.requests").tag("uri", "/api/v1/launches").timers()).isNotEmpty();
	}

	@Test
	void metersWhenNothingHasHappenedAreThere() {
		assertThat(this.meters.find("cellar.cloud.calls")
			.tags("cloud", "local", "action", "tag_instances", "outcome", "throttled")
			.timer()).isNotNull();
		assertThat(this.meters.find("cellar.launch.failures")
			.tags("cloud", "local", "side", "cloud", "reason", "timeout")
			.counter()).isNotNull();
		assertThat(this.meters.find("cellar.launch.leftovers").tag("kind", "client_token").gauge()).isNotNull()
			.satisfies((gauge) -> assertThat(gauge.value()).isNotNaN());
		assertThat(this.meters.find("http.server.requests").tag("status", "500").timer()).isNotNull();
	}

	private List<Instance> machines(String launch) {
		return this.cloud.instances()
			.stream()
			.filter((instance) -> launch.equals(instance.tags().get("cellar:launch-id")))
			.toList();
	}

}
