package cellar.provisioning;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests who may do what, cell by cell. A request that is let in and found wanting answers
 * 400 or 404, which is as good as 200 here.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = { "management.server.port=0",
		"db-scheduler.shutdown-max-wait=1s", "cellar.provisioning.clouds.moon.profile=eucalyptus-5",
		"cellar.provisioning.clouds.moon.ec2-endpoint=http://127.0.0.1:1/services/compute",
		"cellar.provisioning.clouds.moon.access-key=AKMOON", "cellar.provisioning.clouds.moon.secret-key=moon-secret" })
class AccessIntegrationTests {

	private static final List<String> CALLERS = List.of("nobody", "reader", "alice", "publisher", "operator");

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		People.register(registry);
		registry.add("spring.datasource.url", TestDatabase::jdbcUrl);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "GET|/api/v1/clouds|401|200|200|403|200",
			"HEAD|/api/v1/clouds|401|200|200|403|200", "HEAD|/api/v1/launches|401|200|200|403|200",
			"GET|/api/v1/clouds/mars/instance-types|401|404|404|403|404", "GET|/api/v1/recipes|401|200|200|403|200",
			"GET|/api/v1/recipes/plain|401|200|200|403|200", "GET|/api/v1/recipes/none|401|404|404|403|404",
			"POST|/api/v1/recipes/plain/render|401|400|400|403|400", "GET|/api/v1/launches|401|200|200|403|200",
			"GET|/api/v1/launches/6f9619ff-8b86-d011-b42d-00cf4fc964ff|401|404|404|403|404",
			"POST|/api/v1/launches|401|403|400|403|400",
			"DELETE|/api/v1/launches/6f9619ff-8b86-d011-b42d-00cf4fc964ff|401|403|405|403|405",
			"GET|/api/v1/unknown|401|404|403|403|404", "GET|/v3/api-docs|200|200|200|200|200" })
	void callWhenCallerHasRoleIsAnsweredByIt(String method, String path, int nobody, int reader, int launcher,
			int publisher, int operator) {
		List<Integer> expected = List.of(nobody, reader, launcher, publisher, operator);
		for (int i = 0; i < CALLERS.size(); i++) {
			assertThat(call(this.port, CALLERS.get(i), method, path, "{}").getStatusCode().value())
				.as(CALLERS.get(i) + " " + method + " " + path)
				.isEqualTo(expected.get(i));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/actuator/health|200|200|200|200|200", "/actuator/health/readiness|200|200|200|200|200",
					"/actuator/prometheus|401|200|403|403|200", "/actuator/env|401|404|403|403|404" })
	void managementCallWhenCallerHasRoleIsAnsweredByIt(String path, int nobody, int reader, int launcher, int publisher,
			int operator) {
		List<Integer> expected = List.of(nobody, reader, launcher, publisher, operator);
		for (int i = 0; i < CALLERS.size(); i++) {
			assertThat(call(this.managementPort, CALLERS.get(i), "GET", path, null).getStatusCode().value())
				.as(CALLERS.get(i) + " " + path)
				.isEqualTo(expected.get(i));
		}
	}

	@Test
	void healthWhenCallerIsReaderShowsDetails() {
		assertThat(call(this.managementPort, "nobody", "GET", "/actuator/health", null).getBody())
			.doesNotContain("database");
		assertThat(call(this.managementPort, "reader", "GET", "/actuator/health", null).getBody())
			.contains("PostgreSQL");
	}

	@Test
	void prometheusWhenThereIsNoLaunchShowsZero() {
		assertThat(call(this.managementPort, "reader", "GET", "/actuator/prometheus", null).getBody())
			.contains("cellar_launches{application=\"provisioning-service\",state=\"ready\"} 0.0");
	}

	@Test
	void cloudsWhenListedHideSecrets() {
		assertThat(call(this.port, "reader", "GET", "/api/v1/clouds", null).getBody())
			.contains("\"moon\"", "eucalyptus-5")
			.doesNotContain("moon-secret", "AKMOON");
	}

	@Test
	void renderWhenRecipeIsKnownAnswersTheDocument() {
		ResponseEntity<String> answer = call(this.port, "alice", "POST", "/api/v1/recipes/coreos-docker-storage/render",
				"{\"family\":\"flatcar\",\"parameters\":{}}");
		assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
		assertThat(answer.getBody()).contains("\"format\":\"coreos-cloud-config\"", "\"limit\":16384", "\"size\":",
				"\"gzipSize\":", "#cloud-config", "\"findings\":[");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{\"family\":\"gentoo\"}|400|family", "{\"parameters\":{}}|400|family",
					"{\"family\":\"ubuntu\",\"color\":1}|400|color",
					"{\"family\":\"ubuntu\",\"parameters\":{\"label\":\"a b\"}}|422|label",
					"{\"family\":\"ubuntu\",\"format\":\"mime\"}|422|format",
					"{\"family\":\"ubuntu\",\"cloud\":\"mars\"}|404|mars", "{|400|line" })
	void renderWhenRequestIsWrongNamesWhatIs(String body, int status, String named) {
		ResponseEntity<String> answer = call(this.port, "reader", "POST",
				"/api/v1/recipes/coreos-docker-storage/render", body);
		assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
		assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer.getBody()).contains(named);
	}

	@Test
	void renderWhenBodyIsTooLargeIsRefused() {
		assertThat(call(this.port, "reader", "POST", "/api/v1/recipes/plain/render", " ".repeat(1024 * 1024 + 1))
			.getStatusCode()
			.value()).isEqualTo(413);
	}

	private static ResponseEntity<String> call(int port, String caller, String method, String path,
			@Nullable String body) {
		RestClient.RequestBodySpec request = RestClient.create("http://127.0.0.1:" + port)
			.method(HttpMethod.valueOf(method))
			.uri(path);
		if (!caller.equals("nobody")) {
			request.header(HttpHeaders.AUTHORIZATION, "Bearer " + caller + "-token");
		}
		if (body != null && method.equals("POST")) {
			request.contentType(MediaType.APPLICATION_JSON).body(body);
		}
		return request.retrieve().onStatus((status) -> true, (sent, response) -> {
		}).toEntity(String.class);
	}

}
