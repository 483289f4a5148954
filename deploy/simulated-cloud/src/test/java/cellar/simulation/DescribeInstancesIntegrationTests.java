package cellar.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStatus;
import software.amazon.awssdk.services.ec2.model.ResourceType;

import cellar.common.test.SettableClock;
import cellar.simulation.instance.Visibility;

import static org.assertj.core.api.Assertions.assertThat;

class DescribeInstancesIntegrationTests {

	private final SettableClock clock = new SettableClock(Instant.now());

	private final SimulatedCloud cloud = SimulatedCloud.builder().clock(this.clock).start();

	private final Ec2Client ec2 = Clients.of(this.cloud);

	@AfterEach
	void stop() {
		this.ec2.close();
		this.cloud.close();
	}

	@Test
	void describeWhenFilteredShowsWhatMatches() {
		String tagged = Clients.launch(this.ec2, (run) -> run.clientToken("first")
			.tagSpecifications(Clients.tags(ResourceType.INSTANCE, "launch", "one")));
		String plain = Clients.launch(this.ec2, (run) -> run.clientToken("second").imageId("emi-c0de0001"));
		assertThat(found("client-token", "first")).containsExactly(tagged);
		assertThat(found("tag:launch", "o?e")).containsExactly(tagged);
		assertThat(found("tag-key", "launch")).containsExactly(tagged);
		assertThat(found("image-id", "*0001")).containsExactly(plain);
		assertThat(found("instance-id", plain, tagged)).containsExactlyInAnyOrder(plain, tagged);
		assertThat(found("instance-state-name", "running")).isEmpty();
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(found("instance-state-name", "running")).hasSize(2);
		assertThat(found("tag:launch", "\\*")).isEmpty();
	}

	@Test
	void describeWhenPagedShowsEveryMachineOnce() {
		List<String> launched = IntStream.range(0, 12)
			.mapToObj((i) -> Clients.launch(this.ec2, (run) -> run.clientToken("t" + i)))
			.toList();
		List<String> listed = this.ec2.describeInstancesPaginator((describe) -> describe.maxResults(5))
			.stream()
			.map(DescribeInstancesIntegrationTests::ids)
			.flatMap(Collection::stream)
			.toList();
		assertThat(listed).containsExactlyInAnyOrderElementsOf(launched);
	}

	@Test
	void describeWhenIdsArePagedIsRefused() {
		String id = Clients.launch(this.ec2, (run) -> run.clientToken("t"));
		Clients.assertRefused(() -> this.ec2.describeInstances((describe) -> describe.instanceIds(id).maxResults(5)))
			.isEqualTo("400 InvalidParameterCombination");
	}

	@Test
	void describeWhenMachineIsNewDoesNotSeeItForSomeLooks() {
		this.cloud.control().setConsistency(new Visibility.Consistency(2, Duration.ZERO));
		String id = Clients.launch(this.ec2, (run) -> run.clientToken("t"));
		Clients.assertRefused(() -> this.ec2.describeInstances((describe) -> describe.instanceIds(id)))
			.isEqualTo("400 InvalidInstanceID.NotFound");
		assertThat(found("client-token", "t")).isEmpty();
		assertThat(found("client-token", "t")).containsExactly(id);
		assertThat(this.cloud.control().resources().instances()).containsExactly(id);
	}

	@Test
	void describeWhenMachineIsNewDoesNotSeeItForSomeTime() {
		this.cloud.control().setConsistency(new Visibility.Consistency(0, Duration.ofSeconds(3)));
		String id = Clients.launch(this.ec2, (run) -> run.clientToken("t"));
		assertThat(found("client-token", "t")).isEmpty();
		Clients.assertRefused(() -> this.ec2.createTags((create) -> create.resources(id).tags(Clients.tag("a", "b"))))
			.isEqualTo("400 InvalidInstanceID.NotFound");
		this.clock.advance(Duration.ofSeconds(3));
		assertThat(found("client-token", "t")).containsExactly(id);
	}

	@Test
	void describeWhenIdIsMalformedIsRefused() {
		Clients.assertRefused(() -> this.ec2.describeInstances((describe) -> describe.instanceIds("x")))
			.isEqualTo("400 InvalidInstanceID.Malformed");
	}

	@Test
	void describeStatusShowsRunningMachinesUnlessAllAreAskedFor() {
		String id = Clients.launch(this.ec2, (run) -> run.clientToken("t"));
		assertThat(this.ec2.describeInstanceStatus().instanceStatuses()).isEmpty();
		assertThat(this.ec2.describeInstanceStatus((describe) -> describe.includeAllInstances(true)).instanceStatuses())
			.extracting(InstanceStatus::instanceId)
			.containsExactly(id);
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(this.ec2.describeInstanceStatus((describe) -> describe.instanceIds(id)).instanceStatuses())
			.singleElement()
			.satisfies((status) -> assertThat(status.instanceStatus().statusAsString()).isEqualTo("ok"));
	}

	@Test
	void getConsoleOutputWhenBootedAnswersIt() {
		String id = Clients.launch(this.ec2, (run) -> run.clientToken("t"));
		assertThat(this.ec2.getConsoleOutput((console) -> console.instanceId(id)).output()).isEmpty();
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(this.ec2.getConsoleOutput((console) -> console.instanceId(id)).output()).isNotEmpty();
	}

	private List<String> found(String filter, String... values) {
		return ids(this.ec2.describeInstances((describe) -> describe.filters(Clients.filter(filter, values))));
	}

	private static List<String> ids(DescribeInstancesResponse response) {
		return response.reservations()
			.stream()
			.flatMap((reservation) -> reservation.instances().stream())
			.map(Instance::instanceId)
			.toList();
	}

}
