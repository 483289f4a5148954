package cellar.simulation;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateChange;

import cellar.common.test.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

class InstanceLifeIntegrationTests {

	private final SettableClock clock = new SettableClock(Instant.now());

	private final SimulatedCloud cloud = SimulatedCloud.builder().clock(this.clock).start();

	private final Ec2Client ec2 = Clients.of(this.cloud);

	@AfterEach
	void stop() {
		this.ec2.close();
		this.cloud.close();
	}

	@Test
	void describeWhenTimePassesShowsPendingRunningShuttingDownTerminated() {
		String id = Clients.launch(this.ec2, (run) -> run.keyName(null));
		assertThat(describe(id).state().nameAsString()).isEqualTo("pending");
		assertThat(describe(id).publicIpAddress()).isNull();
		assertThat(describe(id).privateIpAddress()).startsWith("10.0.");
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(describe(id).state().nameAsString()).isEqualTo("running");
		assertThat(describe(id).publicIpAddress()).startsWith("203.0.113.");
		InstanceStateChange change = this.ec2.terminateInstances((terminate) -> terminate.instanceIds(id))
			.terminatingInstances()
			.getFirst();
		assertThat(change.previousState().nameAsString()).isEqualTo("running");
		assertThat(change.currentState().nameAsString()).isEqualTo("shutting-down");
		assertThat(this.cloud.control().resources().instances()).containsExactly(id);
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(describe(id).state().nameAsString()).isEqualTo("terminated");
		assertThat(describe(id).publicIpAddress()).isNull();
		assertThat(this.cloud.control().resources().isEmpty()).isTrue();
	}

	@Test
	void describeWhenTerminatedForAWhileFindsNothing() {
		try (SimulatedCloud quick = SimulatedCloud.builder()
			.shuttingDownFor(Duration.ZERO)
			.terminatedListedFor(Duration.ZERO)
			.start(); Ec2Client client = Clients.of(quick)) {
			String id = Clients.launch(client, (run) -> run.clientToken("t"));
			client.terminateInstances((terminate) -> terminate.instanceIds(id));
			Clients.assertRefused(() -> client.describeInstances((describe) -> describe.instanceIds(id)))
				.isEqualTo("400 InvalidInstanceID.NotFound");
			Clients.assertRefused(() -> Clients.launch(client, (run) -> run.clientToken("t")))
				.isEqualTo("400 IdempotentInstanceTerminated");
		}
	}

	@Test
	void terminateWhenMachineIsProtectedIsRefused() {
		String id = Clients.launch(this.ec2, (run) -> run.disableApiTermination(true));
		Clients.assertRefused(() -> this.ec2.terminateInstances((terminate) -> terminate.instanceIds(id)))
			.isEqualTo("400 OperationNotPermitted");
		this.ec2.modifyInstanceAttribute(
				(modify) -> modify.instanceId(id).disableApiTermination((protection) -> protection.value(false)));
		this.ec2.terminateInstances((terminate) -> terminate.instanceIds(id));
		assertThat(this.cloud.control().instances().getFirst().ending()).isNotNull();
	}

	@Test
	void terminateWhenOneOfSeveralIsUnknownTerminatesNone() {
		String id = Clients.launch(this.ec2, (run) -> run.clientToken("t"));
		Clients.assertRefused(() -> this.ec2.terminateInstances((terminate) -> terminate.instanceIds(id, "i-00000000")))
			.isEqualTo("400 InvalidInstanceID.NotFound");
		assertThat(describe(id).state().nameAsString()).isEqualTo("pending");
	}

	private Instance describe(String id) {
		return this.ec2.describeInstances((describe) -> describe.instanceIds(id))
			.reservations()
			.getFirst()
			.instances()
			.getFirst();
	}

}
