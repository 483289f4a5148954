package cellar.common.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class ClockAutoConfigurationTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ClockAutoConfiguration.class));

	@Test
	void clockIsThatOfTheMachineInUtcToTheMicrosecond() {
		this.context.run((context) -> assertThat(context).getBean(Clock.class)
			.isEqualTo(Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000))));
	}

	@Test
	void clockWhenServiceHasItsOwnBacksOff() {
		Clock own = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
		this.context.withBean("own", Clock.class, () -> own)
			.run((context) -> assertThat(context).getBean(Clock.class).isSameAs(own));
	}

}
