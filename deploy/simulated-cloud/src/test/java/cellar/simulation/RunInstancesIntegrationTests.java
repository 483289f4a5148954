package cellar.simulation;

import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;

import cellar.simulation.launch.Capacity;

import static org.assertj.core.api.Assertions.assertThat;

class RunInstancesIntegrationTests {

	private final SimulatedCloud cloud = SimulatedCloud.builder().start();

	private final Ec2Client ec2 = Clients.of(this.cloud);

	@AfterEach
	void stop() {
		this.ec2.close();
		this.cloud.close();
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

}
