package cellar.simulation;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.Ec2Client;

import static org.assertj.core.api.Assertions.assertThat;

class ControlApiIntegrationTests {

	private final SimulatedCloud cloud = SimulatedCloud.builder().start();

	private final Ec2Client ec2 = Clients.of(this.cloud);

	@AfterEach
	void stop() {
		this.ec2.close();
		this.cloud.close();
	}

	@Test
	void getStateShowsMachinesWithoutTheirSecrets() throws Exception {
		String id = Clients.launch(this.ec2, (run) -> run.clientToken("t").userData("c2VjcmV0"));
		assertThat(call("GET", "state", "").body())
			.contains("\"id\":\"" + id + "\"", "\"state\":\"pending\"", "\"clientToken\":\"t\"", "\"RunInstances\":1")
			.doesNotContain("c2VjcmV0")
			.doesNotContain(this.cloud.secretKey());
		assertThat(call("GET", "resources", "").body()).contains(id);
		assertThat(call("GET", "requests", "").body()).contains("\"action\":\"RunInstances\"", "\"outcome\":\"OK\"")
			.doesNotContain("c2VjcmV0")
			.doesNotContain("Signature");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "{'kind':'throttle','action':'*'}|RequestLimitExceeded",
			"{'kind':'error','action':'DescribeRegions','code':'Broken','status':500}|Broken" })
	void postFaultMakesItHappen(String json, String code) throws Exception {
		HttpResponse<String> response = call("POST", "faults", json);
		assertThat(response.statusCode()).isEqualTo(201);
		Clients.assertRefused(this.ec2::describeRegions).endsWith(code);
		this.ec2.describeRegions();
	}

	@Test
	void deleteFaultsClearsThoseThatAreListed() throws Exception {
		call("POST", "faults", "{'kind':'lost-reply-after-effect','action':'RunInstances','times':2,'after':1}");
		call("POST", "faults", "{'kind':'latency','action':'*','delay':'PT1S'}");
		call("POST", "faults", "{'kind':'throttle','action':'*'}");
		assertThat(call("GET", "faults", "").body()).contains("\"lost-reply-after-effect\"", "\"throttle\"",
				"\"times\":2", "\"delay\":\"PT1S\"");
		assertThat(call("DELETE", "faults", "").body()).isEqualTo("[]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "faults|{'kind':'throttle'}|'action' must be given",
			"faults|{'action':'Fly','kind':'throttle'}|There is no action 'Fly'",
			"faults|{'action':'*','kind':'magic'}|'kind' must be", "faults|{'action':'*','kind':'latency'}|'delay'",
			"faults|{'action':'*','kind':'latency','delay':'soon'}|delay",
			"faults|{'action':'*','kind':'error','code':'X','status':200}|'status' must be 400 to 599",
			"faults|{'action':'*','kind':'throttle','times':0}|'times' must be positive",
			"faults|{'action':'*','kind':'throttle','colour':'red'}|colour", "faults|{'action':|The body is not JSON",
			"faults|null|must not be null", "capacity|{}|'limits' must be given",
			"capacity|{'limits':[{'zone':'moon','max':1}]}|Zone 'moon' does not exist",
			"capacity|{'limits':[{'instanceType':'x','max':1}]}|Instance type 'x' does not exist",
			"capacity|{'limits':[{'zone':'local-a'}]}|'max' must be given",
			"consistency|{'hiddenLooks':-1}|must not be negative" })
	void callWhenInputIsBadIsRefusedWithAReason(String path, String json, String reason) throws Exception {
		HttpResponse<String> response = call((path.equals("faults")) ? "POST" : "PUT", path, json);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(response.body()).contains(reason, "urn:cellar:problem:invalid-input");
		assertThat(this.cloud.control().faults()).isEmpty();
		assertThat(this.cloud.control().capacity()).isEmpty();
	}

	@Test
	void putCapacityAndConsistencySetsThem() throws Exception {
		call("PUT", "capacity", "{'limits':[{'instanceType':'m1.small','max':0}]}");
		Clients.assertRefused(() -> Clients.launch(this.ec2, (run) -> run.clientToken("t")))
			.isEqualTo("500 InsufficientInstanceCapacity");
		call("PUT", "capacity", "{'limits':[]}");
		call("PUT", "consistency", "{'hiddenLooks':1}");
		String id = Clients.launch(this.ec2, (run) -> run.clientToken("t"));
		Clients.assertRefused(() -> this.ec2.describeInstances((describe) -> describe.instanceIds(id)))
			.endsWith("InvalidInstanceID.NotFound");
	}

	@Test
	void postResetForgetsEverythingButTheStart() throws Exception {
		Clients.launch(this.ec2, (run) -> run.clientToken("t"));
		this.ec2.createSecurityGroup((create) -> create.groupName("g").description("g"));
		assertThat(call("POST", "reset", "").statusCode()).isEqualTo(200);
		assertThat(this.cloud.control().resources().isEmpty()).isTrue();
		assertThat(this.ec2.describeImages().images()).hasSize(2);
		assertThat(this.ec2.describeSecurityGroups().securityGroups()).hasSize(1);
	}

	@Test
	void callWhenOriginIsForeignIsRefused() throws Exception {
		HttpResponse<String> response = RawCalls.send("POST", this.cloud.controlEndpoint().resolve("reset"), "",
				Map.of("Origin", List.of("http://evil.example")));
		assertThat(response.statusCode()).isEqualTo(403);
	}

	@Test
	void callWhenHostNameIsForeignIsRefused() throws Exception {
		try (Socket socket = new Socket("127.0.0.1", this.cloud.endpoint().getPort())) {
			socket.getOutputStream()
				.write("GET /control/v1/state HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
					.getBytes(StandardCharsets.US_ASCII));
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
				.startsWith("HTTP/1.1 403");
		}
	}

	@Test
	void callWhenPathOrMethodIsUnknownIsRefused() throws Exception {
		assertThat(call("GET", "moon", "").statusCode()).isEqualTo(404);
		assertThat(call("PUT", "reset", "").statusCode()).isEqualTo(405);
		assertThat(call("GET", "health", "").body()).isEqualTo("{\"status\":\"UP\"}");
	}

	@Test
	void callWhenBodyIsNotJsonByItsTypeIsRefused() throws Exception {
		HttpResponse<String> response = RawCalls.send("POST", this.cloud.controlEndpoint().resolve("faults"),
				"{\"action\":\"*\",\"kind\":\"throttle\"}", Map.of("Content-Type", List.of("text/plain")));
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(this.cloud.control().faults()).isEmpty();
	}

	private HttpResponse<String> call(String method, String path, String json) throws Exception {
		return RawCalls.json(method, this.cloud.controlEndpoint().resolve(path), json.replace('\'', '"'));
	}

}
