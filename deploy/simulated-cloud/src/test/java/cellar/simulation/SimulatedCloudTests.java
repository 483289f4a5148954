package cellar.simulation;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

import static org.assertj.core.api.Assertions.assertThat;

class SimulatedCloudTests {

	private final SimulatedCloud cloud = SimulatedCloud.builder().pendingFor(Duration.ZERO).start();

	private final Ec2Client ec2 = Clients.of(this.cloud);

	@AfterEach
	void stop() {
		this.ec2.close();
		this.cloud.close();
	}

	@Test
	void knowsTwoImagesFromTheStart() {
		assertThat(this.ec2.describeImages().images()).extracting(Image::imageId)
			.containsExactly("emi-c0de0001", "emi-c0de0002");
	}

	@Test
	void launchIsDescribedAndTerminated() {
		Instance launched = this.ec2
			.runInstances((run) -> run.imageId("emi-c0de0002").instanceType("m1.small").minCount(1).maxCount(1))
			.instances()
			.getFirst();
		Instance described = this.ec2.describeInstances((describe) -> describe.instanceIds(launched.instanceId()))
			.reservations()
			.getFirst()
			.instances()
			.getFirst();
		assertThat(described.state().name()).isEqualTo(InstanceStateName.RUNNING);
		assertThat(described.publicIpAddress()).startsWith("203.0.113.");
		assertThat(this.cloud.resources().instances()).containsExactly(launched.instanceId());
	}

}
