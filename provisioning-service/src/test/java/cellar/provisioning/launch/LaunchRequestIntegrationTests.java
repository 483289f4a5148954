package cellar.provisioning.launch;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what the service answers to requests that are wrong, and to whom it shows what.
 */
@SimulatedCloudTest
class LaunchRequestIntegrationTests {

	private final LaunchClient client;

	@Autowired
	LaunchRequestIntegrationTests(LaunchClient client) {
		this.client = client;
	}

	@Test
	void getWhenLaunchIsOfAnotherLauncherIsNotFound() {
		String id = this.client.launch(LaunchClient.PLAIN);
		assertThat(this.client.get("alice", "/api/v1/launches/" + id).getStatusCode().value()).isEqualTo(200);
		assertThat(this.client.get("bob", "/api/v1/launches/" + id).getStatusCode().value()).isEqualTo(404);
		assertThat(this.client.get("reader", "/api/v1/launches/" + id).getStatusCode().value()).isEqualTo(200);
		assertThat(this.client.get("operator", "/api/v1/launches/" + id).getStatusCode().value()).isEqualTo(200);
		assertThat(items("bob")).allSatisfy((item) -> assertThat(item.path("owner").asString()).isEqualTo("bob"));
		assertThat(items("reader")).anySatisfy((item) -> assertThat(item.path("id").asString()).isEqualTo(id));
		this.client.settled(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "?dryRun=true", "?dryRun=True", "?dryRun=", "?dryRun", "?dryRun=false" })
	void postWhenAPlanIsAskedForLaunchesNothing(String query) {
		int before = total();
		ResponseEntity<JsonNode> answer = this.client.post("alice", query, null, LaunchClient.PLAIN);
		assertThat(answer.getStatusCode().value()).isEqualTo(400);
		assertThat(LaunchClient.problem(answer)).contains("'dryRun'", "not offered yet");
		assertThat(total()).isEqualTo(before);
	}

	@Test
	void postWhenFieldIsUnknownIsRefused() {
		ResponseEntity<JsonNode> answer = this.client.post("alice", null,
				Map.of("cloud", "local", "image", "emi-c0de0002", "instanceType", "m1.small", "createKey", true));
		assertThat(answer.getStatusCode().value()).isEqualTo(400);
		assertThat(LaunchClient.problem(answer)).contains("createKey");
	}

	@Test
	void postWhenFieldsAreWrongNamesEach() {
		ResponseEntity<JsonNode> answer = this.client.post("alice", null,
				Map.of("cloud", "moon", "image", "centos", "instanceType", "../x", "count", 0, "keyName", "a",
						"publicKey", "b", "tags", Map.of("cellar:owner", "me"), "sshFrom", "everywhere"));
		assertThat(answer.getStatusCode().value()).isEqualTo(400);
		assertThat(LaunchClient.problem(answer)).contains("'cloud'", "'image'", "'instanceType'", "'count'",
				"'publicKey'", "'tags.cellar:owner'", "'sshFrom'");
	}

	@Test
	void getWhenPageIsTooFarAwayIsRefused() {
		ResponseEntity<JsonNode> answer = this.client.get("operator", "/api/v1/launches?size=100&page=2147483647");
		assertThat(answer.getStatusCode().value()).isEqualTo(400);
		assertThat(LaunchClient.problem(answer)).contains("'page'");
	}

	@Test
	void getWhenInstanceTypesAreAskedForListsThem() {
		ResponseEntity<JsonNode> answer = this.client.get("alice", "/api/v1/clouds/local/instance-types");
		assertThat(answer.getStatusCode().value()).isEqualTo(200);
		assertThat(LaunchClient.body(answer).path("items")).isNotEmpty()
			.anySatisfy((type) -> assertThat(type.path("name").asString()).isEqualTo("m1.small"));
	}

	private int total() {
		return LaunchClient.body(this.client.get("operator", "/api/v1/launches")).path("total").asInt();
	}

	private List<JsonNode> items(String caller) {
		return LaunchClient.body(this.client.get(caller, "/api/v1/launches?size=100"))
			.path("items")
			.values()
			.stream()
			.toList();
	}

}
