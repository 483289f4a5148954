package cellar.provisioning.launch.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import cellar.common.test.SettableClock;
import cellar.provisioning.cloud.CallScript;
import cellar.provisioning.cloud.CloudProfile;
import cellar.provisioning.cloud.Clouds;
import cellar.provisioning.cloud.FakeCloud;
import cellar.provisioning.cloud.TestClouds;
import cellar.provisioning.launch.order.LaunchOrder;
import cellar.provisioning.launch.order.TestOrders;
import cellar.provisioning.launch.resource.TestResourceStages;
import cellar.provisioning.launch.run.TestRunStages;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchStore;
import cellar.provisioning.launch.state.Submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Launches in a cloud that fails on order. Nobody works on them but the test, a new
 * worker at each visit, and time passes only between visits.
 */
final class TestLaunches {

	static final LaunchProperties PROPERTIES = new LaunchProperties(Duration.ofSeconds(2), Duration.ofMinutes(10),
			Duration.ofMinutes(15), Duration.ofMinutes(15), Duration.ofMinutes(10), Duration.ofMinutes(10),
			Duration.ofMinutes(2));

	/**
	 * What the launch that makes everything asks of a cloud that answers at once.
	 */
	static final List<String> CALLS = List.of("image", "importKeyPair", "createSecurityGroup", "authorizeIngress",
			"run", "instances");

	private static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJHT3JYyOcwzdgt/fI+GtGImhXXzKNZdGDHbzVRzb1Vk alice@example";

	/**
	 * More than any launch takes to run into its timeouts; the clock is not a real one.
	 */
	private static final int MAX_VISITS = 3000;

	private final LaunchStore store;

	private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"));

	private final FakeCloud cloud = new FakeCloud();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private boolean answers = true;

	private int port;

	private CloudProfile profile = CloudProfile.AWS;

	private boolean configured = true;

	TestLaunches(LaunchStore store) {
		this.store = store;
	}

	FakeCloud cloud() {
		return this.cloud;
	}

	SettableClock clock() {
		return this.clock;
	}

	SimpleMeterRegistry meters() {
		return this.meters;
	}

	void profile(CloudProfile profile) {
		this.profile = profile;
	}

	/**
	 * Has the machines checked for whether they answer on a port.
	 * @param port the port
	 * @param answers whether they answer
	 */
	void checkPort(int port, boolean answers) {
		this.port = port;
		this.answers = answers;
	}

	void removeCloud() {
		this.configured = false;
	}

	/**
	 * Takes a launch that makes everything: a key pair, a security group, two machines.
	 * @return its id
	 */
	UUID take() {
		return take(TestOrders.order()
			.recipe("coreos-docker-storage")
			.count(2)
			.publicKey(KEY)
			.sshFrom("192.0.2.0/24")
			.tags(Map.of("Name", "docker"))
			.build());
	}

	UUID take(LaunchOrder order) {
		Launch launch = new Launch(UUID.randomUUID(), Submission.of("alice", null, order, "any"), this.clock.instant());
		return this.store.add(launch).id();
	}

	/**
	 * Has a worker visit a launch once.
	 * @param id the launch
	 * @return when it wants to come again, or nothing if the launch is settled
	 */
	Optional<Duration> advance(UUID id) {
		return worker().advance(id);
	}

	Launch get(UUID id) {
		return this.store.get(id);
	}

	/**
	 * Has one worker visit a launch for as long as it wants to come again.
	 * @param id the launch
	 * @return the launch
	 */
	Launch settle(UUID id) {
		LaunchWorker worker = worker();
		for (int i = 0; i < MAX_VISITS; i++) {
			Optional<Duration> wait = worker.advance(id);
			if (wait.isEmpty()) {
				return get(id);
			}
			this.clock.advance(wait.get());
		}
		throw new AssertionError("Not settled: " + get(id).state());
	}

	/**
	 * Takes the launch that makes everything and has one worker visit it until it dies,
	 * and then another.
	 * @return the launch
	 */
	Launch settleAfterCrash() {
		UUID id = take();
		assertThatExceptionOfType(CallScript.Crash.class).isThrownBy(() -> settle(id));
		assertThat(get(id).state().isSettled()).isFalse();
		return settle(id);
	}

	private LaunchWorker worker() {
		Clouds clouds = this.configured ? TestClouds.of(this.profile, this.cloud, this.port, this.meters)
				: TestClouds.none(this.meters);
		List<Stage> stages = new ArrayList<>();
		stages.addAll(TestRunStages.of(clouds, PROPERTIES, this.clock, (address, port) -> this.answers));
		stages.addAll(TestResourceStages.of(clouds, PROPERTIES, this.clock));
		return new LaunchWorker(stages, this.store, PROPERTIES, new Backoff(RandomGenerator.getDefault()),
				List.of(new LaunchMetrics(clouds, this.meters)), this.clock);
	}

}
