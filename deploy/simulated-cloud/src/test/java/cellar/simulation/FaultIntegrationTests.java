package cellar.simulation;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ec2.Ec2Client;

import cellar.simulation.fault.Fault;
import cellar.simulation.fault.FaultOrder;
import cellar.simulation.query.RecordedRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FaultIntegrationTests {

	private final SimulatedCloud cloud = SimulatedCloud.builder().start();

	private final Ec2Client ec2 = Clients.of(this.cloud);

	@AfterEach
	void stop() {
		this.ec2.close();
		this.cloud.close();
	}

	@Test
	void runWhenReplyIsLostBeforeTheEffectLeavesNothing() {
		this.cloud.control().inject(FaultOrder.once("RunInstances", new Fault.LostReply(false)));
		assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> launch("t"));
		assertThat(this.cloud.control().resources().isEmpty()).isTrue();
		launch("t");
		assertThat(this.cloud.control().instances()).hasSize(1);
	}

	@Test
	void runWhenReplyIsLostAfterTheEffectLeavesAMachineThatTheTokenFinds() {
		this.cloud.control().inject(FaultOrder.once("RunInstances", new Fault.LostReply(true)));
		assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> launch("t"));
		assertThat(this.cloud.control().instances()).hasSize(1);
		assertThat(launch("t")).isEqualTo(this.cloud.control().instances().getFirst().id());
		assertThat(this.cloud.control().requests()).extracting(RecordedRequest::outcome)
			.containsExactly("LostReply", "OK");
	}

	@Test
	void callWhenThrottledIsRefusedAfterSomeOthers() {
		this.cloud.control().inject(new FaultOrder("*", Fault.Refusal.throttle(), 1, 2));
		this.ec2.describeImages();
		Clients.assertRefused(this.ec2::describeImages).isEqualTo("503 RequestLimitExceeded");
		Clients.assertRefused(this.ec2::describeRegions).isEqualTo("503 RequestLimitExceeded");
		this.ec2.describeImages();
		assertThat(this.cloud.control().faults()).isEmpty();
	}

	@Test
	void runWhenRefusedLaunchesNothing() {
		this.cloud.control()
			.inject(FaultOrder.once("RunInstances", new Fault.Refusal(500, "InternalError", "Ordered")));
		Clients.assertRefused(() -> launch("t")).isEqualTo("500 InternalError");
		assertThat(this.cloud.control().resources().isEmpty()).isTrue();
	}

	@Test
	void callWhenDelayedIsStillHitByTheNextFault() {
		this.cloud.control().inject(FaultOrder.once("DescribeImages", new Fault.Latency(Duration.ofMillis(300))));
		this.cloud.control().inject(FaultOrder.once("DescribeImages", Fault.Refusal.throttle()));
		Instant start = Instant.now();
		Clients.assertRefused(this.ec2::describeImages).isEqualTo("503 RequestLimitExceeded");
		assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
	}

	@Test
	void injectWhenActionDoesNotExistIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.cloud.control().inject(FaultOrder.once("Fly", Fault.Refusal.throttle())))
			.withMessageContaining("There is no action 'Fly'");
	}

	private String launch(String token) {
		return Clients.launch(this.ec2, (run) -> run.clientToken(token));
	}

}
