package cellar.gateway.upstream;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import cellar.gateway.connection.Timeouts;
import cellar.gateway.connection.TransportProperties;
import cellar.gateway.guard.CircuitProperties;
import cellar.gateway.guard.LimitProperties;

import static org.assertj.core.api.Assertions.assertThat;

class OriginsPropertiesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Config.class);

	@Test
	void defaults() {
		this.runner.run((context) -> {
			assertThat(context.getBean(OriginsProperties.class).origins()).isEmpty();
			assertThat(context.getBean(TransportProperties.class))
				.isEqualTo(new TransportProperties(Duration.ofSeconds(5), Duration.ofSeconds(30), 128));
		});
	}

	@Test
	void allValuesAndNoSecretInText() {
		this.runner
			.withPropertyValues("cellar.gateway.origins.a.type=s3", "cellar.gateway.origins.a.endpoint=http://h:1/p",
					"cellar.gateway.origins.a.region=r", "cellar.gateway.origins.a.path-style=false",
					"cellar.gateway.origins.a.access-key=key-1", "cellar.gateway.origins.a.secret-key=key-2",
					"cellar.gateway.origins.a.md5-tags=false", "cellar.gateway.origins.b.type=s3",
					"cellar.gateway.origins.b.endpoint=http://h")
			.run((context) -> {
				OriginsProperties.Source source = context.getBean(OriginsProperties.class).origins().get("a");
				assertThat(source).isNotNull();
				assertThat(source.region()).isEqualTo("r");
				assertThat(source.pathStyle()).isFalse();
				assertThat(source.secretKey()).isEqualTo("key-2");
				assertThat(source.md5Tags()).isFalse();
				assertThat(source(context, "b").md5Tags()).isTrue();
				assertThat(source.toString()).doesNotContain("key-1", "key-2");
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			type=s3                                        | needs 'endpoint'
			type=s3,endpoint=store                         | needs 'endpoint'
			type=s3,endpoint=ftp://store                   | needs 'endpoint'
			type=http                                      | needs 'base-url'
			type=http,base-url=http://a,access-key=AK      | 'access-key' and 'secret-key' must be given together
			type=http,base-url=http://a,endpoint=http://b  | 'base-url' belongs to http origins
			type=s3,endpoint=http://a,forward-headers=true | 'forward-headers' belongs to http origins
			type=s3,endpoint=http://a,access-key=AK        | must be given together
			""")
	void rejects(String settings, String fault) {
		String[] properties = settings.split(",");
		for (int i = 0; i < properties.length; i++) {
			properties[i] = "cellar.gateway.origins.a." + properties[i];
		}
		this.runner.withPropertyValues(properties)
			.run((context) -> assertThat(context.getStartupFailure()).rootCause().hasMessageContaining(fault));
	}

	@Test
	void timeoutsNotGivenAreThoseOfAll() {
		this.runner
			.withPropertyValues("cellar.gateway.origins.a.type=http", "cellar.gateway.origins.a.base-url=http://a",
					"cellar.gateway.transport.connect-timeout=1s", "cellar.gateway.transport.idle-timeout=2s",
					"cellar.gateway.origins.b.type=http", "cellar.gateway.origins.b.base-url=http://b",
					"cellar.gateway.origins.b.timeouts.connect=3s", "cellar.gateway.origins.b.timeouts.first-byte=4s",
					"cellar.gateway.origins.b.timeouts.idle=5s")
			.run((context) -> {
				assertThat(timeouts(context, "a"))
					.isEqualTo(new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(2)));
				assertThat(timeouts(context, "b"))
					.isEqualTo(new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(4), Duration.ofSeconds(5)));
			});
	}

	private static Timeouts timeouts(ApplicationContext context, String origin) {
		return source(context, origin).timeouts().or(context.getBean(TransportProperties.class));
	}

	private static OriginsProperties.Source source(ApplicationContext context, String origin) {
		OriginsProperties.Source source = context.getBean(OriginsProperties.class).origins().get(origin);
		assertThat(source).isNotNull();
		return source;
	}

	@Test
	void limitAndCircuit() {
		this.runner
			.withPropertyValues("cellar.gateway.origins.a.type=http", "cellar.gateway.origins.a.base-url=http://a",
					"cellar.gateway.origins.b.type=http", "cellar.gateway.origins.b.base-url=http://b",
					"cellar.gateway.origins.b.limit.requests=1", "cellar.gateway.origins.b.limit.waiting=2",
					"cellar.gateway.origins.b.limit.patience=3s", "cellar.gateway.origins.b.circuit.calls=9",
					"cellar.gateway.origins.b.circuit.minimum-calls=4",
					"cellar.gateway.origins.b.circuit.failure-share=0.75",
					"cellar.gateway.origins.b.circuit.open-for=6s", "cellar.gateway.origins.b.circuit.probes=7")
			.run((context) -> {
				OriginsProperties.Source a = source(context, "a");
				assertThat(a.limit().or(128)).isEqualTo(new LimitProperties(128, 1000, Duration.ofSeconds(5)));
				assertThat(a.circuit()).isEqualTo(new CircuitProperties(20, 5, 0.5, Duration.ofSeconds(10), 2));
				OriginsProperties.Source b = source(context, "b");
				assertThat(b.limit().or(128)).isEqualTo(new LimitProperties(1, 2, Duration.ofSeconds(3)));
				assertThat(b.circuit()).isEqualTo(new CircuitProperties(9, 4, 0.75, Duration.ofSeconds(6), 7));
			});
	}

	@ParameterizedTest
	@CsvSource({ "timeouts.connect=0s", "timeouts.first-byte=0s", "timeouts.idle=0s", "limit.requests=0",
			"limit.waiting=-1", "limit.patience=-1s", "limit.patience=61m", "circuit.calls=0", "circuit.calls=10001",
			"circuit.minimum-calls=0", "circuit.minimum-calls=21", "circuit.failure-share=0",
			"circuit.failure-share=1.1", "circuit.open-for=0s", "circuit.probes=0", "circuit.probes=1001" })
	void rejectsLimitsOfOneOrigin(String setting) {
		this.runner
			.withPropertyValues("cellar.gateway.origins.a.type=http", "cellar.gateway.origins.a.base-url=http://a",
					"cellar.gateway.origins.a." + setting)
			.run((context) -> assertThat(context).hasFailed());
	}

	@ParameterizedTest
	@CsvSource({ "connect-timeout=0s", "idle-timeout=0s", "connections=0" })
	void rejectsLimits(String setting) {
		this.runner.withPropertyValues("cellar.gateway.transport." + setting)
			.run((context) -> assertThat(context).hasFailed());
	}

	@EnableConfigurationProperties({ OriginsProperties.class, TransportProperties.class })
	static class Config {

	}

}
