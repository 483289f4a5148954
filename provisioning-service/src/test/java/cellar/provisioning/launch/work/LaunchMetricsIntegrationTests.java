package cellar.provisioning.launch.work;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cellar.provisioning.DatabaseTest;
import cellar.provisioning.cloud.CloudException.Kind;
import cellar.provisioning.launch.order.TestOrders;
import cellar.provisioning.launch.state.LaunchStore;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what is measured of launches.
 */
@DatabaseTest
class LaunchMetricsIntegrationTests {

	private final TestLaunches launches;

	LaunchMetricsIntegrationTests(@Autowired LaunchStore store) {
		this.launches = new TestLaunches(store);
	}

	@Test
	void advanceWhenLaunchIsReadyMeasuresItsStepsAndTheWholeOfIt() {
		UUID id = this.launches.take();
		this.launches.clock().advance(Duration.ofSeconds(40));
		this.launches.settle(id);
		assertThat(step("validated", "done").count()).isOne();
		assertThat(step("validated", "done").totalTime(TimeUnit.SECONDS)).isEqualTo(40);
		assertThat(step("ready", "done").count()).isOne();
		assertThat(step("ready", "failed").count()).isZero();
		Timer ready = this.launches.meters().get("cellar.launch.ready.time").tag("cloud", "local").timer();
		assertThat(ready.count()).isOne();
		assertThat(ready.totalTime(TimeUnit.SECONDS)).isGreaterThanOrEqualTo(40);
	}

	@Test
	void advanceWhenLaunchFailsCountsWhyAndWhichStepFailed() {
		this.launches.cloud().script().fail("run", Kind.CAPACITY, false);
		this.launches.settle(this.launches.take());
		assertThat(failures("cloud", "cloud-capacity")).isOne();
		assertThat(failures("cloud", "timeout")).isZero();
		assertThat(step("run_accepted", "failed").count()).isOne();
		assertThat(step("failed", "done").count()).isOne();
	}

	@Test
	void advanceWhenTheRequestIsToBlameTellsItFromFailuresOfTheCloud() {
		this.launches.settle(this.launches.take(TestOrders.order().keyName("lost").build()));
		assertThat(failures("request", "key-pair-not-found")).isOne();
	}

	@Test
	void advanceWhenCloudIsConfiguredNoMoreCountsTheFailureAllTheSame() {
		UUID id = this.launches.take();
		this.launches.removeCloud();
		this.launches.settle(id);
		assertThat(failures("request", "cloud-refused")).isOne();
	}

	private Timer step(String goal, String outcome) {
		return meters().get("cellar.launch.step.time").tags("cloud", "local", "step", goal, "outcome", outcome).timer();
	}

	private double failures(String side, String reason) {
		return meters().get("cellar.launch.failures")
			.tags("cloud", "local", "side", side, "reason", reason)
			.counter()
			.count();
	}

	private SimpleMeterRegistry meters() {
		return this.launches.meters();
	}

}
