package cellar.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.stack.platform.Port;
import cellar.stack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StackOptionsTests {

	@Test
	void ofNothingIsAsTheContractSays() {
		StackOptions options = options(Map.of("cellar.stack.project", "/project"), Map.of());
		assertThat(options.dataDirectory()).isEqualTo(Path.of("/project/.cellar"));
		assertThat(options.version()).isEmpty();
		assertThat(options.ports()).isEmpty();
		assertThat(options.token()).isEmpty();
		assertThat(options.stopsWithParent()).isFalse();
		assertThat(options.ancestor()).isEmpty();
	}

	@Test
	void ofEverything() {
		StackOptions options = options(
				Map.of("cellar.stack.project", "/project", "cellar.stack.version", "1.2", "cellar.stack.data-directory",
						"/data", "cellar.stack.ports.gateway-management", "0", "cellar.stack.stop-with-parent", "true"),
				Map.of("CELLAR_TOKEN", "given-by-hand", "CELLAR_STACK_PORTS_OBJECTSTORE", "8093",
						"CELLAR_STACK_ANCESTOR", "4711"));
		assertThat(options.version()).contains("1.2");
		assertThat(options.dataDirectory()).isEqualTo(Path.of("/data"));
		assertThat(options.ports()).isEqualTo(Map.of(Port.GATEWAY_MANAGEMENT, 0, Port.OBJECT_STORE, 8093));
		assertThat(options.token()).contains(new Secret("given-by-hand"));
		assertThat(options.stopsWithParent()).isTrue();
		assertThat(options.ancestor()).hasValue(4711);
		assertThat(options.toString()).doesNotContain("given-by-hand");
	}

	@Test
	void ofWhatMavenHandsOnUnchosenIsNothing() {
		StackOptions options = options(Map.of("cellar.stack.project", "/project", "cellar.stack.data-directory", "",
				"cellar.stack.ports.gateway", ""), Map.of("CELLAR_TOKEN", ""));
		assertThat(options).isEqualTo(options(Map.of("cellar.stack.project", "/project"), Map.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "65536", "http", "80 80" })
	void ofPortThatCannotBeIsRefusedByName(String port) {
		assertThatIllegalArgumentException().isThrownBy(
				() -> options(Map.of("cellar.stack.project", "/project", "cellar.stack.ports.cloud", port), Map.of()))
			.withMessageContaining("'cellar.stack.ports.cloud'")
			.withMessageContaining("'" + port + "'");
	}

	@Test
	void ofAncestorThatIsNoNumberIsRefusedByName() {
		assertThatIllegalArgumentException().isThrownBy(
				() -> options(Map.of("cellar.stack.project", "/project", "cellar.stack.ancestor", "maven"), Map.of()))
			.withMessageContaining("'cellar.stack.ancestor'")
			.withMessageContaining("'maven'");
	}

	private static StackOptions options(Map<String, String> properties, Map<String, String> environment) {
		Properties system = new Properties();
		system.putAll(properties);
		return StackOptions.of(new Settings(system, environment));
	}

}
