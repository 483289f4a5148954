package cellar.provisioning.launch.work;

import java.time.Duration;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cellar.provisioning.DatabaseTest;
import cellar.provisioning.cloud.CloudException.Kind;
import cellar.provisioning.launch.state.LaunchStore;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class LaunchGaugesIntegrationTests {

	private final TestLaunches launches;

	private final LaunchStore store;

	LaunchGaugesIntegrationTests(@Autowired LaunchStore store) {
		this.launches = new TestLaunches(store);
		this.store = store;
	}

	@Test
	void gaugesTellOfStatesAndLeftovers() {
		double failed = gauge("cellar.launches", "state", "failed");
		double groups = gauge("cellar.launch.leftovers", "kind", "security_group");
		double keys = gauge("cellar.launch.leftovers", "kind", "key_pair");
		this.launches.cloud().script().fail("run", Kind.CAPACITY, false);
		this.launches.cloud().script().fail("deleteSecurityGroup", Kind.REFUSED, false);
		this.launches.settle(this.launches.take());
		assertThat(gauge("cellar.launches", "state", "failed")).isEqualTo(failed + 1);
		assertThat(gauge("cellar.launch.leftovers", "kind", "security_group")).isEqualTo(groups + 1);
		assertThat(gauge("cellar.launch.leftovers", "kind", "key_pair")).isEqualTo(keys);
	}

	@Test
	void gaugesTellHowLongTheOldestLaunchIsUnderWay() {
		UUID waiting = this.launches.take();
		double requested = gauge("cellar.launches", "state", "requested");
		this.launches.clock().advance(Duration.ofHours(1));
		assertThat(registry().get("cellar.launch.unsettled.age").gauge().value()).isGreaterThanOrEqualTo(3600);
		this.launches.settle(waiting);
		assertThat(gauge("cellar.launches", "state", "requested")).isEqualTo(requested - 1);
	}

	private double gauge(String name, String tag, String value) {
		return registry().get(name).tag(tag, value).gauge().value();
	}

	private SimpleMeterRegistry registry() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new LaunchGauges(this.store, this.launches.clock()).bindTo(registry);
		return registry;
	}

}
