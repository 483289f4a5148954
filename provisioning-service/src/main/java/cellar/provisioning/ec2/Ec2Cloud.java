package cellar.provisioning.ec2;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

import cellar.provisioning.cloud.Cloud;
import cellar.provisioning.cloud.CloudException;
import cellar.provisioning.cloud.CloudProfile;
import cellar.provisioning.instance.Image;
import cellar.provisioning.instance.Instance;
import cellar.provisioning.instance.InstanceState;
import cellar.provisioning.instance.InstanceType;
import cellar.provisioning.instance.Reservation;
import cellar.provisioning.instance.RunRequest;

/**
 * One cloud that speaks the EC2 interface. Sizes of machines are passed as texts, because
 * the SDK would turn those that it does not know into nothing.
 */
class Ec2Cloud implements Cloud {

	private static final long MEBIBYTE = 1024L * 1024;

	private static final long GIGABYTE = 1000L * 1000 * 1000;

	private final Ec2Client client;

	private final CloudProfile profile;

	Ec2Cloud(Ec2Client client, CloudProfile profile) {
		this.client = client;
		this.profile = profile;
	}

	@Override
	public Optional<Image> image(String id) {
		return find(() -> this.client.describeImages((request) -> request.imageIds(id)).images().stream())
			.map((image) -> new Image(image.imageId(),
					Stream.of(image.name(), image.description(), image.imageLocation())
						.filter(Objects::nonNull)
						.collect(Collectors.joining(" ")),
					Objects.toString(image.stateAsString(), "unknown")))
			.findFirst();
	}

	@Override
	public List<InstanceType> instanceTypes() {
		return call(() -> this.client.describeInstanceTypesPaginator((request) -> {
		}).instanceTypes().stream().map(Ec2Cloud::instanceType).toList());
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
			.tagSpecifications(this.profile.tagsAllOnCreation() ? List.of(tags(ResourceType.KEY_PAIR, tags)) : null)));
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
		List<String> found = groups((request) -> request.filters(filter("group-name", nameOrId)))
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
				.tagSpecifications(
						this.profile.tagsAllOnCreation() ? List.of(tags(ResourceType.SECURITY_GROUP, tags)) : null))
			.groupId());
	}

	@Override
	public void authorizeIngress(String groupId, int port, String cidr) {
		IpPermission rule = IpPermission.builder()
			.ipProtocol("tcp")
			.fromPort(port)
			.toPort(port)
			.ipRanges(IpRange.builder().cidrIp(cidr).build())
			.build();
		call(() -> this.client
			.authorizeSecurityGroupIngress((request) -> request.groupId(groupId).ipPermissions(rule)));
	}

	@Override
	public void deleteSecurityGroup(String groupId) {
		call(() -> this.client.deleteSecurityGroup((request) -> request.groupId(groupId)));
	}

	@Override
	public Reservation run(RunRequest wanted, String clientToken) {
		RunInstancesRequest request = RunInstancesRequest.builder()
			.imageId(wanted.image())
			.instanceType(wanted.instanceType())
			.minCount(wanted.count())
			.maxCount(wanted.count())
			.keyName(wanted.keyName())
			.securityGroupIds((wanted.groupId() != null) ? List.of(wanted.groupId()) : null)
			.userData(wanted.userData())
			.clientToken(clientToken)
			.tagSpecifications(
					this.profile.tagsInstancesOnCreation() ? List.of(tags(ResourceType.INSTANCE, wanted.tags())) : null)
			.build();
		RunInstancesResponse response = call(() -> this.client.runInstances(request));
		return new Reservation(response.reservationId(),
				response.instances().stream().map((made) -> instance(response.reservationId(), made)).toList());
	}

	@Override
	public void tagInstances(Collection<String> ids, Map<String, String> tags) {
		call(() -> this.client
			.createTags((request) -> request.resources(ids).tags(tags(ResourceType.INSTANCE, tags).tags())));
	}

	@Override
	public List<Instance> instancesByToken(String clientToken) {
		return describe(DescribeInstancesRequest.builder().filters(filter("client-token", clientToken)).build());
	}

	@Override
	public List<Instance> instancesByTag(String key, String value) {
		return describe(DescribeInstancesRequest.builder().filters(filter("tag:" + key, value)).build());
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
			.flatMap((reservation) -> reservation.instances()
				.stream()
				.map((made) -> instance(reservation.reservationId(), made)))
			.toList()
			.stream()).toList();
	}

	private static Instance instance(String reservationId, software.amazon.awssdk.services.ec2.model.Instance made) {
		String reason = (made.stateReason() != null) ? made.stateReason().message() : made.stateTransitionReason();
		return new Instance(made.instanceId(), reservationId,
				(made.state() != null) ? InstanceState.of(made.state().nameAsString()) : InstanceState.UNKNOWN,
				blankToNull(made.publicIpAddress()), blankToNull(made.privateIpAddress()), blankToNull(reason),
				made.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value, (first, second) -> second)));
	}

	private static @Nullable String blankToNull(@Nullable String text) {
		// Eucalyptus shows addresses that are not there yet as zeros.
		return (text == null || text.isBlank() || text.equals("0.0.0.0")) ? null : text;
	}

	private static InstanceType instanceType(InstanceTypeInfo type) {
		int cpus = (type.vCpuInfo() != null) ? type.vCpuInfo().defaultVCpus() : 0;
		long memory = (type.memoryInfo() != null) ? type.memoryInfo().sizeInMiB() * MEBIBYTE : 0;
		long disk = (type.instanceStorageInfo() != null) ? type.instanceStorageInfo().totalSizeInGB() * GIGABYTE : 0;
		return new InstanceType(type.instanceTypeAsString(), cpus, memory, disk);
	}

	private static TagSpecification tags(ResourceType type, Map<String, String> tags) {
		List<Tag> list = tags.entrySet()
			.stream()
			.map((tag) -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
			.toList();
		return TagSpecification.builder().resourceType(type).tags(list).build();
	}

	private static Filter filter(String name, String value) {
		return Filter.builder().name(name).values(value).build();
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
