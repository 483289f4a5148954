package cellar.gateway.port;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class DataPortPropertiesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Config.class);

	@Test
	void defaults() {
		this.runner.run((context) -> assertThat(context.getBean(DataPortProperties.class))
			.isEqualTo(new DataPortProperties(8080, "127.0.0.1")));
	}

	@Test
	void allValues() {
		this.runner.withPropertyValues("cellar.gateway.data-port=0", "cellar.gateway.data-address=0.0.0.0")
			.run((context) -> assertThat(context.getBean(DataPortProperties.class))
				.isEqualTo(new DataPortProperties(0, "0.0.0.0")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "data-port=-1", "data-port=65536", "data-address=", "tls.port=-1", "tls.port=65536",
			"tls.address=", "http2.max-streams=0", "http2.max-streams=10001" })
	void rejects(String setting) {
		this.runner.withPropertyValues("cellar.gateway." + setting).run((context) -> assertThat(context).hasFailed());
	}

	@Test
	void defaultsOfTlsAndHttp2() {
		this.runner.run((context) -> {
			assertThat(context.getBean(TlsProperties.class)).isEqualTo(new TlsProperties(null, 8443, "127.0.0.1"));
			assertThat(context.getBean(Http2Properties.class)).isEqualTo(new Http2Properties(true, 100));
		});
	}

	@Test
	void allValuesOfTlsAndHttp2() {
		this.runner
			.withPropertyValues("cellar.gateway.tls.bundle=site", "cellar.gateway.tls.port=443",
					"cellar.gateway.tls.address=0.0.0.0", "cellar.gateway.http2.enabled=false",
					"cellar.gateway.http2.max-streams=7")
			.run((context) -> {
				assertThat(context.getBean(TlsProperties.class)).isEqualTo(new TlsProperties("site", 443, "0.0.0.0"));
				assertThat(context.getBean(Http2Properties.class)).isEqualTo(new Http2Properties(false, 7));
			});
	}

	@EnableConfigurationProperties({ DataPortProperties.class, TlsProperties.class, Http2Properties.class })
	static class Config {

	}

}
