package cellar.common.meter;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class MeterAutoConfigurationTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	@Test
	void requestsAreAtZeroFromTheStart() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MeterAutoConfiguration.class))
			.run((context) -> context.getBean(MeterBinder.class).bindTo(this.registry));
		assertThat(this.registry.find("http.server.requests").timers())
			.extracting((timer) -> timer.getId().getTag("status"), Timer::count)
			.containsExactlyInAnyOrder(tuple("200", 0L), tuple("500", 0L));
	}

}
