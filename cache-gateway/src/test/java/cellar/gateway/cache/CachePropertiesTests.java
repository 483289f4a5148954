package cellar.gateway.cache;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class CachePropertiesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Config.class);

	@Test
	void defaults() {
		this.runner.run((context) -> assertThat(context.getBean(CacheProperties.class))
			.isEqualTo(new CacheProperties(Path.of("cache"), DataSize.ofGigabytes(10), DataSize.ofGigabytes(1),
					DataSize.ofMegabytes(4), DataSize.ofMegabytes(64), DataSize.ofMegabytes(8), Duration.ofDays(1))));
	}

	@Test
	void allValues() {
		this.runner
			.withPropertyValues("cellar.gateway.cache.directory=/x", "cellar.gateway.cache.max-size=5MB",
					"cellar.gateway.cache.min-free=0", "cellar.gateway.cache.slice-size=1MB",
					"cellar.gateway.cache.memory-size=0", "cellar.gateway.cache.scrub-rate=0",
					"cellar.gateway.cache.scrub-interval=1h")
			.run((context) -> assertThat(context.getBean(CacheProperties.class))
				.isEqualTo(new CacheProperties(Path.of("/x"), DataSize.ofMegabytes(5), DataSize.ofBytes(0),
						DataSize.ofMegabytes(1), DataSize.ofBytes(0), DataSize.ofBytes(0), Duration.ofHours(1))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "max-size=0", "max-size=-1MB", "min-free=-1MB", "slice-size=63KB", "slice-size=257MB",
			"memory-size=-1B", "scrub-rate=-1B", "scrub-interval=0s" })
	void rejects(String setting) {
		this.runner.withPropertyValues("cellar.gateway.cache." + setting)
			.run((context) -> assertThat(context).hasFailed());
	}

	@EnableConfigurationProperties(CacheProperties.class)
	static class Config {

	}

}
