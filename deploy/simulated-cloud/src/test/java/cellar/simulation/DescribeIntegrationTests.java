package cellar.simulation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.TagDescription;

import static org.assertj.core.api.Assertions.assertThat;

class DescribeIntegrationTests {

	private final SimulatedCloud cloud = SimulatedCloud.builder().start();

	private final Ec2Client ec2 = Clients.of(this.cloud);

	@AfterEach
	void stop() {
		this.ec2.close();
		this.cloud.close();
	}

	@Test
	void describeImagesShowsTwoFromTheStart() {
		assertThat(this.ec2.describeImages().images()).extracting(Image::imageId)
			.containsExactly("emi-c0de0001", "emi-c0de0002");
		assertThat(this.ec2
			.describeImages((describe) -> describe.owners("self").filters(Clients.filter("name", "ubuntu*")))
			.images()).singleElement().satisfies((image) -> {
				assertThat(image.imageId()).isEqualTo("emi-c0de0002");
				assertThat(image.stateAsString()).isEqualTo("available");
				assertThat(image.architectureAsString()).isEqualTo("x86_64");
				assertThat(image.virtualizationTypeAsString()).isEqualTo("hvm");
			});
		assertThat(this.ec2.describeImages((describe) -> describe.owners("000000000002")).images()).isEmpty();
	}

	@Test
	void describeInstanceTypesShowsEighteen() {
		assertThat(this.ec2.describeInstanceTypes((describe) -> describe.maxResults(100)).instanceTypes()).hasSize(18)
			.extracting(InstanceTypeInfo::instanceTypeAsString)
			.contains("t1.micro", "c1.medium", "hs1.8xlarge");
		InstanceTypeInfo type = this.ec2
			.describeInstanceTypes((describe) -> describe.filters(Clients.filter("instance-type", "c1.medium")))
			.instanceTypes()
			.getFirst();
		assertThat(type.vCpuInfo().defaultVCpus()).isOne();
		assertThat(type.memoryInfo().sizeInMiB()).isEqualTo(1024);
		assertThat(type.instanceStorageInfo().totalSizeInGB()).isEqualTo(20);
	}

	@Test
	void describeRegionsAndZonesShowsOneWithTwo() {
		assertThat(this.ec2.describeAvailabilityZones().availabilityZones()).extracting(AvailabilityZone::zoneName)
			.containsExactly("local-a", "local-b");
		Clients.assertRefused(() -> this.ec2.describeRegions((describe) -> describe.regionNames("moon")))
			.isEqualTo("400 InvalidParameterValue");
	}

	@Test
	void createTagsOverwritesAndDeleteTagsTakesOff() {
		String id = Clients.launch(this.ec2, (run) -> run.clientToken("t"));
		String group = this.ec2.createSecurityGroup((create) -> create.groupName("g").description("g")).groupId();
		tag(id, "a", "1");
		tag(id, "a", "2");
		tag(group, "b", "3");
		assertThat(this.ec2.describeTags((describe) -> describe.filters(Clients.filter("key", "a"))).tags())
			.singleElement()
			.extracting(TagDescription::resourceId, TagDescription::resourceTypeAsString, TagDescription::value)
			.containsExactly(id, "instance", "2");
		this.ec2.deleteTags((delete) -> delete.resources(id, group).tags(Clients.tag("a", null)));
		assertThat(this.ec2.describeTags().tags()).extracting(TagDescription::key).containsExactly("b");
	}

	@Test
	void createTagsWhenOneResourceIsUnknownTagsNone() {
		String id = Clients.launch(this.ec2, (run) -> run.clientToken("t"));
		Clients.assertRefused(
				() -> this.ec2.createTags((create) -> create.resources(id, "i-00000000").tags(Clients.tag("a", "b"))))
			.isEqualTo("400 InvalidInstanceID.NotFound");
		Clients.assertRefused(() -> tag("vol-00000000", "a", "b")).isEqualTo("400 InvalidID");
		assertThat(this.ec2.describeTags().tags()).isEmpty();
	}

	private void tag(String id, String key, String value) {
		this.ec2.createTags((create) -> create.resources(id).tags(Clients.tag(key, value)));
	}

}
