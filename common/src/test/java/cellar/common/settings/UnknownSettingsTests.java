package cellar.common.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class UnknownSettingsTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SettingsAutoConfiguration.class))
		.withUserConfiguration(Config.class);

	private final ApplicationContextRunner promising = this.runner.withBean(ReservedSettings.class,
			() -> new ReservedSettings(Set.of("cellar.sample.later-on", "cellar.sample.origins[*].key-file")));

	@ParameterizedTest
	@ValueSource(strings = { "cellar.sample.rutes[0].access", "cellar.samples.name", "cellar.sample.origins.store.type",
			"cellar.sample.name.kind", "cellar.name" })
	void startWhenNothingLooksForASettingFailsAndNamesIt(String name) {
		this.runner.withPropertyValues(name + "=secret")
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(UnknownSettingsException.class)
				.hasMessageContaining("'" + name + "'")
				.hasMessageNotContaining("secret"));
	}

	// Boot's own doing, which this counts on.
	@Test
	void startWhenNothingLooksForASettingInAListFails() {
		this.runner.withPropertyValues("cellar.sample.routes[0].acces=x")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("cellar.sample.routes[0].acces"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "cellar.sample.name", "cellar.sample.routes[0].access",
			"cellar.sample.routes[1].host-name", "cellar.sample.routes[0].hostName", "cellar.sample.origins.store.url",
			"cellar.sample.origins.[a.b].url", "cellar.sample.headers.[Content-Language]", "cellar.sample.words[0]",
			"other.name" })
	void startWhenSettingIsKnownOrOfOthersSucceeds(String name) {
		this.runner.withPropertyValues("cellar.sample.routes[0].access=x", name + "=x")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void startWhenAWeakerSourceHasMoreElementsSucceeds() {
		this.runner.withPropertyValues("cellar.sample.routes[0].access=x")
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addLast(new MapPropertySource("defaults",
						Map.of("cellar.sample.routes[0].access", "y", "cellar.sample.routes[1].host-name", "z"))))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@ValueSource(strings = { "cellar.sample.words=", "cellar.sample.words=a,b", "cellar.sample.words[0]=a" })
	void startWhenAStrongerSourceReplacesAListSucceeds(String stronger) {
		this.runner.withPropertyValues(stronger, "cellar.sample.routes[0].access=x")
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addLast(new MapPropertySource("defaults",
						Map.of("cellar.sample.words[0]", "y", "cellar.sample.words[1]", "z",
								"cellar.sample.routes[1].headers.x", "y"))))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void startWhenSettingIsPromisedForLaterSucceeds() {
		this.promising.withPropertyValues("cellar.sample.laterOn=x")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@ValueSource(strings = { "cellar.sample.origins.store.key-file", "cellar.sample.origins.store.keyFile",
			"cellar.sample.origins.[a.b].key-file", "cellar.sample.later-on[0]" })
	void startWhenSettingIsPromisedForAnyKeyOfAMapSaysSoWithoutItsValue(String name, CapturedOutput output) {
		this.promising.withPropertyValues(name + "=secret").run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("Setting has no effect yet", name).doesNotContain("secret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cellar.sample.origins.store.key-fail", "cellar.sample.origins.a.b.key-file",
			"cellar.samples.origins.store.key-file" })
	void startWhenSettingIsOnlyLikeAPromisedOneFails(String name) {
		this.promising.withPropertyValues(name + "=secret")
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(UnknownSettingsException.class)
				.hasMessageContaining("'" + name + "'"));
	}

	@Test
	void startWhenSettingIsOfTheLocalStackSucceeds() {
		this.runner.withPropertyValues("cellar.stack.ports.gateway=8090", "cellar.simulation.port=1")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void startWhenVariableOfTheEnvironmentIsUnknownSucceeds() {
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", Map.of("CELLAR_TOKEN", "x"))))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void analyzeTellsWhatToDo() {
		UnknownSettingsException failure = new UnknownSettingsException(
				List.of(new UnknownSettingsException.Setting("cellar.a", "my.yaml - 3:5")));

		FailureAnalysis analysis = new UnknownSettingsAnalyzer().analyze(failure);

		assertThat(analysis).extracting(FailureAnalysis::getDescription, FailureAnalysis::getAction)
			.containsExactly("Unknown settings: 'cellar.a' (my.yaml - 3:5)",
					"This version has no such settings. Correct their spelling or remove them.");
	}

	@ConfigurationProperties("cellar.sample")
	record SampleProperties(String name, List<Route> routes, Map<String, Origin> origins, Map<String, String> headers,
			List<String> words) {

		record Route(String access, String hostName, Map<String, String> headers) {

		}

		record Origin(String url) {

		}

	}

	@EnableConfigurationProperties(SampleProperties.class)
	static class Config {

	}

}
