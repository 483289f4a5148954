package cellar.simulation;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.InstanceStateChange;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;

import cellar.simulation.launch.Capacity;
import cellar.simulation.profile.CloudProfile;

import static org.assertj.core.api.Assertions.assertThat;

class RunInstancesTests {

	private final MutableClock clock = new MutableClock();

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
	void runWhenTokenIsRepeatedAnswersTheSameReservation() {
		RunInstancesResponse first = this.ec2.runInstances(Clients.ONE.andThen((run) -> run.clientToken("t")));
		RunInstancesResponse second = this.ec2.runInstances(Clients.ONE.andThen((run) -> run.clientToken("t")));
		assertThat(second.reservationId()).isEqualTo(first.reservationId());
		assertThat(second.instances()).extracting(Instance::instanceId)
			.containsExactly(first.instances().getFirst().instanceId());
		assertThat(this.cloud.control().instances()).hasSize(1);
	}

	@Test
	void runWhenTokenIsOfAnotherRequestIsRefused() {
		Clients.launch(this.ec2, (run) -> run.clientToken("t"));
		Clients.assertRefused(() -> Clients.launch(this.ec2, (run) -> run.clientToken("t").instanceType("m1.large")))
			.isEqualTo("400 IdempotentParameterMismatch");
		assertThat(this.cloud.control().instances()).hasSize(1);
	}

	@Test
	void runWhenTokenIsRepeatedAfterTerminationIsRefused() {
		String id = Clients.launch(this.ec2, (run) -> run.clientToken("t"));
		this.ec2.terminateInstances((terminate) -> terminate.instanceIds(id));
		Clients.assertRefused(() -> Clients.launch(this.ec2, (run) -> run.clientToken("t")))
			.isEqualTo("400 IdempotentInstanceTerminated");
		assertThat(this.cloud.control().instances()).hasSize(1);
	}

	@Test
	void runOnEucalyptusWhenTokenIsKnownAnswersTheOldReservation() {
		try (SimulatedCloud eucalyptus = SimulatedCloud.builder().profile(CloudProfile.EUCALYPTUS_5).start();
				Ec2Client client = Clients.of(eucalyptus)) {
			String id = Clients.launch(client, (run) -> run.clientToken("t"));
			client.terminateInstances((terminate) -> terminate.instanceIds(id));
			assertThat(Clients.launch(client, (run) -> run.clientToken("t").instanceType("m1.large"))).isEqualTo(id);
		}
	}

	@Test
	void runOnEucalyptusWhenMachinesOfATokenAreForgottenLaunchesOnce() {
		try (SimulatedCloud eucalyptus = SimulatedCloud.builder()
			.profile(CloudProfile.EUCALYPTUS_5)
			.shuttingDownFor(Duration.ZERO)
			.terminatedListedFor(Duration.ZERO)
			.start(); Ec2Client client = Clients.of(eucalyptus)) {
			String forgotten = Clients.launch(client, (run) -> run.clientToken("t"));
			client.terminateInstances((terminate) -> terminate.instanceIds(forgotten));
			String id = Clients.launch(client, (run) -> run.clientToken("t"));
			assertThat(id).isNotEqualTo(forgotten);
			assertThat(Clients.launch(client, (run) -> run.clientToken("t"))).isEqualTo(id);
		}
	}

	@Test
	void runWhenManySendOneTokenMakesOneReservation() throws Exception {
		int callers = 16;
		CyclicBarrier start = new CyclicBarrier(callers);
		Set<String> reservations = ConcurrentHashMap.newKeySet();
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<Boolean> call = () -> {
				start.await();
				return reservations
					.add(this.ec2.runInstances(Clients.ONE.andThen((run) -> run.clientToken("t"))).reservationId());
			};
			for (Future<Boolean> done : executor
				.invokeAll(IntStream.range(0, callers).mapToObj((i) -> call).toList())) {
				done.get();
			}
		}
		assertThat(reservations).hasSize(1);
		assertThat(this.cloud.control().instances()).hasSize(1);
	}

	@Test
	void runTakesUserDataUpToItsLimit() {
		byte[] largest = new byte[16384];
		String id = Clients.launch(this.ec2, (run) -> run.userData(Base64.getEncoder().encodeToString(largest)));
		String kept = this.ec2
			.describeInstanceAttribute((describe) -> describe.instanceId(id).attribute(InstanceAttributeName.USER_DATA))
			.userData()
			.value();
		assertThat(Base64.getDecoder().decode(kept)).hasSize(16384);
		String tooLarge = Base64.getEncoder().encodeToString(new byte[16385]);
		Clients.assertRefused(() -> Clients.launch(this.ec2, (run) -> run.userData(tooLarge)))
			.isEqualTo("400 InvalidParameterValue");
		assertThat(this.cloud.control().requests().toString()).doesNotContain(kept);
	}

	@Test
	void runWhenCapacityIsLimitedLaunchesFewerMachinesOrNone() {
		this.cloud.control()
			.limitCapacity(List.of(new Capacity.Limit("m1.small", "local-a", 0),
					new Capacity.Limit("m1.small", "local-b", 2)));
		assertThat(this.ec2.runInstances(Clients.ONE.andThen((run) -> run.maxCount(5))).instances()).hasSize(2)
			.allSatisfy((instance) -> assertThat(instance.placement().availabilityZone()).isEqualTo("local-b"));
		Clients.assertRefused(() -> Clients.launch(this.ec2, (run) -> run.maxCount(1)))
			.isEqualTo("500 InsufficientInstanceCapacity");
		Clients.launch(this.ec2, (run) -> run.instanceType("m1.large"));
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

	@Test
	void runTakesTagsAndGivesEveryMachineAnAddressOfItsOwn() {
		RunInstancesResponse response = this.ec2.runInstances(Clients.ONE.andThen((run) -> run.minCount(3)
			.maxCount(3)
			.placement((placement) -> placement.availabilityZone("local-b"))
			.tagSpecifications(Clients.tags(ResourceType.INSTANCE, "launch", "<1 & \"2\">"))));
		assertThat(response.instances()).extracting(Instance::privateIpAddress).doesNotHaveDuplicates().hasSize(3);
		assertThat(response.instances()).allSatisfy((instance) -> {
			assertThat(instance.instanceId()).matches("i-[0-9a-f]{17}");
			assertThat(instance.tags().getFirst().value()).isEqualTo("<1 & \"2\">");
			assertThat(instance.placement().availabilityZone()).isEqualTo("local-b");
		});
	}

	private Instance describe(String id) {
		return this.ec2.describeInstances((describe) -> describe.instanceIds(id))
			.reservations()
			.getFirst()
			.instances()
			.getFirst();
	}

}
