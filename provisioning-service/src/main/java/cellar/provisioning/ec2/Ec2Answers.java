package cellar.provisioning.ec2;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.Tag;

import cellar.provisioning.instance.Image;
import cellar.provisioning.instance.Instance;
import cellar.provisioning.instance.InstanceState;
import cellar.provisioning.instance.InstanceType;

/**
 * What EC2 answers, in our words. Clouds leave out of their answers what they do not
 * know.
 */
final class Ec2Answers {

	private static final long MEBIBYTE = 1024L * 1024;

	private static final long GIGABYTE = 1000L * 1000 * 1000;

	private Ec2Answers() {
	}

	static Image image(software.amazon.awssdk.services.ec2.model.Image found) {
		String text = Stream.of(found.name(), found.description(), found.imageLocation())
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "));
		return new Image(found.imageId(), text, Objects.toString(found.stateAsString(), "unknown"));
	}

	static InstanceType instanceType(InstanceTypeInfo type) {
		int cpus = (type.vCpuInfo() != null) ? type.vCpuInfo().defaultVCpus() : 0;
		long memory = (type.memoryInfo() != null) ? type.memoryInfo().sizeInMiB() * MEBIBYTE : 0;
		long disk = (type.instanceStorageInfo() != null) ? type.instanceStorageInfo().totalSizeInGB() * GIGABYTE : 0;
		return new InstanceType(type.instanceTypeAsString(), cpus, memory, disk);
	}

	static Stream<Instance> instances(String reservationId,
			Collection<software.amazon.awssdk.services.ec2.model.Instance> made) {
		return made.stream().map((instance) -> instance(reservationId, instance));
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

}
