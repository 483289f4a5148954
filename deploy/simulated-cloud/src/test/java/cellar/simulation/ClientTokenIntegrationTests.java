package cellar.simulation;

import java.time.Duration;
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
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;

import cellar.simulation.profile.CloudProfile;

import static org.assertj.core.api.Assertions.assertThat;

class ClientTokenIntegrationTests {

	private final SimulatedCloud cloud = SimulatedCloud.builder().start();

	private final Ec2Client ec2 = Clients.of(this.cloud);

	@AfterEach
	void stop() {
		this.ec2.close();
		this.cloud.close();
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

}
