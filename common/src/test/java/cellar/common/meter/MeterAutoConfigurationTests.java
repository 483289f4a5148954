package cellar.common.meter;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class MeterAutoConfigurationTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	@Test
	void requestsAreAtZeroFromTheStart() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MeterAutoConfiguration.class))
			.run((context) -> context.getBean(MeterBinder.class).bindTo(this.registry));
		assertThat(this.registry.get("http.server.requests").timers()).hasSize(2)
			.allMatch((timer) -> timer.count() == 0);
		assertThat(this.registry.get("http.server.requests").tag("status", "500").timer()).isNotNull();
	}

}
