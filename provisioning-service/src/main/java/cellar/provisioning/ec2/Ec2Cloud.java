package cellar.provisioning.ec2;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

import cellar.provisioning.cloud.Cloud;
import cellar.provisioning.cloud.CloudException;
import cellar.provisioning.cloud.CloudProfile;
import cellar.provisioning.instance.Image;
import cellar.provisioning.instance.Instance;
import cellar.provisioning.instance.InstanceType;
import cellar.provisioning.instance.Reservation;
import cellar.provisioning.instance.RunRequest;

/**
 * One cloud that speaks the EC2 interface.
 */
class Ec2Cloud implements Cloud {

	private final Ec2Client client;

	private final CloudProfile profile;

	Ec2Cloud(Ec2Client client, CloudProfile profile) {
		this.client = client;
		this.profile = profile;
	}

	@Override
	public Optional<Image> image(String id) {
		return find(() -> this.client.describeImages((request) -> request.imageIds(id)).images().stream())
			.map(Ec2Answers::image)
			.findFirst();
	}

	@Override
	public List<InstanceType> instanceTypes() {
		return call(() -> this.client.describeInstanceTypesPaginator((request) -> {
		}).instanceTypes().stream().map(Ec2Answers::instanceType).toList());
	}

	@Override
	public boolean hasKeyPair(String name) {
		return find(() -> this.client.describeKeyPairs((request) -> request.keyNames(name)).keyPairs().stream())
			.findAny()
			.isPresent();
	}

	@Override
	public void importKeyPair(String name, String publicKey, Map<String, String> tags) {
		call(() -> this.client.importKeyPair((request) -> request.keyName(name)
			.publicKeyMaterial(SdkBytes.fromString(publicKey, StandardCharsets.UTF_8))
			.tagSpecifications(tagsOnCreation(ResourceType.KEY_PAIR, tags))));
	}

	@Override
	public void deleteKeyPair(String name) {
		call(() -> this.client.deleteKeyPair((request) -> request.keyName(name)));
	}

	@Override
	public Optional<String> securityGroup(String nameOrId) {
		if (nameOrId.startsWith("sg-")) {
			return groups((request) -> request.groupIds(nameOrId)).map((group) -> group.groupId()).findFirst();
		}
		// To a filter '*' and '?' mean other names too.
		List<String> found = groups((request) -> request.filters(Ec2Requests.filter("group-name", nameOrId)))
			.filter((group) -> nameOrId.equals(group.groupName()))
			.map((group) -> group.groupId())
			.toList();
		if (found.size() > 1) {
			throw new CloudException(CloudException.Kind.REFUSED, "several-groups",
					"There are several security groups named '%s'; give the id of one of %s".formatted(nameOrId, found),
					null);
		}
		return found.stream().findFirst();
	}

	private Stream<SecurityGroup> groups(Consumer<DescribeSecurityGroupsRequest.Builder> wanted) {
		return find(() -> this.client.describeSecurityGroups(wanted).securityGroups().stream());
	}

	@Override
	public String createSecurityGroup(String name, String description, Map<String, String> tags) {
		return call(() -> this.client
			.createSecurityGroup((request) -> request.groupName(name)
				.description(description)
				.tagSpecifications(tagsOnCreation(ResourceType.SECURITY_GROUP, tags)))
			.groupId());
	}

	@Override
	public void authorizeIngress(String groupId, int port, String cidr) {
		IpPermission rule = Ec2Requests.admit(port, cidr);
		call(() -> this.client
			.authorizeSecurityGroupIngress((request) -> request.groupId(groupId).ipPermissions(rule)));
	}

	@Override
	public void deleteSecurityGroup(String groupId) {
		call(() -> this.client.deleteSecurityGroup((request) -> request.groupId(groupId)));
	}

	@Override
	public Reservation run(RunRequest wanted, String clientToken) {
		RunInstancesResponse response = call(
				() -> this.client.runInstances(Ec2Requests.run(wanted, clientToken, this.profile)));
		return new Reservation(response.reservationId(),
				Ec2Answers.instances(response.reservationId(), response.instances()).toList());
	}

	@Override
	public void tagInstances(Collection<String> ids, Map<String, String> tags) {
		call(() -> this.client.createTags(
				(request) -> request.resources(ids).tags(Ec2Requests.tags(ResourceType.INSTANCE, tags).tags())));
	}

	@Override
	public List<Instance> instancesByToken(String clientToken) {
		return describe(
				DescribeInstancesRequest.builder().filters(Ec2Requests.filter("client-token", clientToken)).build());
	}

	@Override
	public List<Instance> instancesByTag(String key, String value) {
		return describe(DescribeInstancesRequest.builder().filters(Ec2Requests.filter("tag:" + key, value)).build());
	}

	@Override
	public List<Instance> instances(Collection<String> ids) {
		// Without ids the cloud would show all that it has.
		return ids.isEmpty() ? List.of() : describe(DescribeInstancesRequest.builder().instanceIds(ids).build());
	}

	private List<Instance> describe(DescribeInstancesRequest request) {
		return find(() -> this.client.describeInstancesPaginator(request)
			.reservations()
			.stream()
			.flatMap((reservation) -> Ec2Answers.instances(reservation.reservationId(), reservation.instances()))
			.toList()
			.stream()).toList();
	}

	private @Nullable List<TagSpecification> tagsOnCreation(ResourceType type, Map<String, String> tags) {
		return this.profile.tagsAllOnCreation() ? List.of(Ec2Requests.tags(type, tags)) : null;
	}

	private static <T> Stream<T> find(Supplier<Stream<T>> call) {
		try {
			return call(call);
		}
		catch (CloudException ex) {
			if (ex.is(CloudException.Kind.NOT_FOUND)) {
				return Stream.empty();
			}
			throw ex;
		}
	}

	private static <T> T call(Supplier<T> call) {
		try {
			return call.get();
		}
		catch (SdkException ex) {
			throw Ec2Errors.interpret(ex);
		}
	}

}
