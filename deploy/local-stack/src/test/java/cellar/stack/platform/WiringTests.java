package cellar.stack.platform;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import cellar.stack.secret.Secret;
import cellar.stack.secret.Secrets;

import static org.assertj.core.api.Assertions.assertThat;

class WiringTests {

	private static final Secret OPERATOR = new Secret("operator-token");

	private final Ports ports = Ports.claim((port) -> 0);

	@TempDir
	Path directory;

	private Wiring wiring;

	@BeforeEach
	void create() throws Exception {
		this.wiring = Wiring.of(this.ports, new DataDirectory(this.directory),
				Secrets.in(this.directory.resolve("secrets")), OPERATOR);
	}

	@Test
	void servicesKnowTokensOfCallersOnlyByTheirHashes() throws Exception {
		Properties catalog = written(this.wiring.catalog("jdbc:catalog"));
		Properties gateway = written(this.wiring.gateway());
		Properties provisioning = written(this.wiring.provisioning("jdbc:provisioning"));
		for (Properties service : new Properties[] { catalog, gateway, provisioning }) {
			assertThat(service).containsEntry("cellar.security.tokens[0].name", "operator")
				.containsEntry("cellar.security.tokens[0].hash", OPERATOR.hash())
				.doesNotContainValue(OPERATOR.value());
		}
		assertThat(new Secret(catalog.getProperty("cellar.catalog.gateways[0].token")).hash())
			.isEqualTo(gateway.getProperty("cellar.security.tokens[1].hash"));
	}

	@Test
	void onlyServicesWithADatabaseKnowItsPassword() throws Exception {
		String password = Files.readString(this.directory.resolve("secrets/postgresql-password")).strip();
		for (Configuration service : new Configuration[] { this.wiring.catalog("jdbc:catalog"),
				this.wiring.provisioning("jdbc:provisioning") }) {
			assertThat(written(service)).containsEntry("spring.datasource.password", password);
		}
		assertThat(written(this.wiring.gateway())).doesNotContainValue(password);
	}

	@Test
	void everybodyListensOnLoopback() throws Exception {
		for (Configuration service : new Configuration[] { this.wiring.catalog("jdbc:catalog"), this.wiring.gateway(),
				this.wiring.provisioning("jdbc:provisioning") }) {
			assertThat(written(service)).containsEntry("server.address", "127.0.0.1");
		}
		assertThat(written(this.wiring.gateway())).containsEntry("cellar.gateway.data-address", "127.0.0.1");
		assertThat(written(this.wiring.catalog("jdbc:catalog"))).containsEntry("management.server.address",
				"127.0.0.1");
		assertThat(written(this.wiring.provisioning("jdbc:provisioning"))).containsEntry("management.server.address",
				"127.0.0.1");
		assertThat(this.wiring.cloud()).containsEntry("CELLAR_SIMULATION_ADDRESS", "127.0.0.1");
	}

	@Test
	void gatewaySharesOnePortBetweenAdminAndActuator() throws Exception {
		String port = Integer.toString(this.ports.number(Port.GATEWAY_MANAGEMENT));
		assertThat(written(this.wiring.gateway())).containsEntry("server.port", port)
			.containsEntry("management.server.port", port)
			// Refused by Boot where both are one.
			.doesNotContainKey("management.server.address");
	}

	@Test
	void gatewaysInContainersHaveTheSameRoutes() throws Exception {
		JsonNode settings = YAMLMapper.shared().readTree(Path.of("../compose/cache-gateway.yaml"));
		Map<String, String> routes = new TreeMap<>();
		int index = 0;
		for (JsonNode route : settings.at("/cellar/gateway/routes")) {
			flatten("cellar.gateway.routes[" + index++ + "]", route, routes);
		}
		Properties gateway = written(this.wiring.gateway());
		gateway.keySet().removeIf((name) -> !name.toString().startsWith("cellar.gateway.routes"));
		assertThat(routes).isNotEmpty().isEqualTo(gateway);
	}

	@Test
	void toStringShowsNoValue() {
		assertThat(this.wiring.catalog("jdbc:catalog").toString()).contains("cellar.catalog.store.secret-key")
			.doesNotContain("jdbc:catalog");
	}

	private static void flatten(String name, JsonNode node, Map<String, String> into) {
		if (node.isObject()) {
			node.forEachEntry((field, value) -> flatten(name + "." + field, value, into));
		}
		else {
			into.put(name, node.asString());
		}
	}

	private Properties written(Configuration configuration) throws Exception {
		Path file = this.directory.resolve("config/service.properties");
		configuration.writeTo(file);
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		return properties;
	}

}
