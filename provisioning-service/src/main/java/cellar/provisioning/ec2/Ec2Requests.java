package cellar.provisioning.ec2;

import java.util.List;
import java.util.Map;

import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

import cellar.provisioning.cloud.CloudProfile;
import cellar.provisioning.instance.RunRequest;

/**
 * What is asked of EC2, in its words. Sizes of machines are passed as texts, because the
 * SDK would turn those that it does not know into nothing.
 */
final class Ec2Requests {

	private Ec2Requests() {
	}

	static RunInstancesRequest run(RunRequest wanted, String clientToken, CloudProfile profile) {
		return RunInstancesRequest.builder()
			.imageId(wanted.image())
			.instanceType(wanted.instanceType())
			.minCount(wanted.count())
			.maxCount(wanted.count())
			.keyName(wanted.keyName())
			.securityGroupIds((wanted.groupId() != null) ? List.of(wanted.groupId()) : null)
			.userData(wanted.userData())
			.clientToken(clientToken)
			.tagSpecifications(
					profile.tagsInstancesOnCreation() ? List.of(tags(ResourceType.INSTANCE, wanted.tags())) : null)
			.build();
	}

	static IpPermission admit(int port, String cidr) {
		return IpPermission.builder()
			.ipProtocol("tcp")
			.fromPort(port)
			.toPort(port)
			.ipRanges(IpRange.builder().cidrIp(cidr).build())
			.build();
	}

	static TagSpecification tags(ResourceType type, Map<String, String> tags) {
		List<Tag> list = tags.entrySet()
			.stream()
			.map((tag) -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
			.toList();
		return TagSpecification.builder().resourceType(type).tags(list).build();
	}

	static Filter filter(String name, String value) {
		return Filter.builder().name(name).values(value).build();
	}

}
