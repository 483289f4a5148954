package cellar.simulation.instancetype;

import java.util.List;
import java.util.function.Predicate;

import cellar.simulation.profile.CloudProfile;
import cellar.simulation.query.Action;
import cellar.simulation.query.Answer;
import cellar.simulation.query.Ec2Exception;
import cellar.simulation.query.Filters;
import cellar.simulation.query.Paging;
import cellar.simulation.query.Parameters;
import cellar.simulation.query.XmlWriter;

/**
 * {@code DescribeInstanceTypes}, which Eucalyptus had before Amazon, in a form of its
 * own.
 */
public final class DescribeInstanceTypes implements Action<DescribeInstanceTypes.Request> {

	private final CloudProfile profile;

	private final Filters<InstanceType> filters = new Filters<InstanceType>().on("instance-type", InstanceType::name)
		.on("vcpu-info.default-vcpus", (type) -> String.valueOf(type.cpus()))
		.on("memory-info.size-in-mib", (type) -> String.valueOf(type.memory()))
		.on("instance-storage-supported", (type) -> "true")
		.on("current-generation", (type) -> "true")
		.on("processor-info.supported-architecture", (type) -> "x86_64");

	public DescribeInstanceTypes(CloudProfile profile) {
		this.profile = profile;
	}

	@Override
	public String name() {
		return "DescribeInstanceTypes";
	}

	@Override
	public Request bind(Parameters parameters) {
		List<String> names = parameters.list("InstanceType");
		if (this.profile.describesInstanceTypesLikeAmazon()) {
			return new Request(names, this.filters.bind(parameters), Paging.bind(parameters));
		}
		parameters.flag("Verbose");
		parameters.flag("Availability");
		return new Request(names, (type) -> true, Paging.all());
	}

	@Override
	public Answer perform(Request request) {
		request.names().forEach(DescribeInstanceTypes::require);
		List<InstanceType> chosen = InstanceTypes.all()
			.stream()
			.filter((type) -> request.names().isEmpty() || request.names().contains(type.name()))
			.filter(request.filter())
			.toList();
		if (!this.profile.describesInstanceTypesLikeAmazon()) {
			return (xml) -> xml.list("instanceTypeDetails", chosen, (type) -> writeLikeEucalyptus(xml, type));
		}
		Paging.Page<InstanceType> page = request.paging().cut(chosen, InstanceType::name);
		return (xml) -> {
			xml.list("instanceTypeSet", page.items(), (type) -> writeLikeAmazon(xml, type));
			xml.text("nextToken", page.next());
		};
	}

	private static void require(String name) {
		if (InstanceTypes.find(name).isEmpty()) {
			throw Ec2Exception.refused("InvalidInstanceType",
					"The following supplied instance types do not exist: [" + name + "]");
		}
	}

	private static void writeLikeEucalyptus(XmlWriter xml, InstanceType type) {
		xml.text("name", type.name());
		xml.text("cpu", type.cpus());
		xml.text("disk", type.disk());
		xml.text("memory", type.memory());
	}

	private static void writeLikeAmazon(XmlWriter xml, InstanceType type) {
		xml.text("instanceType", type.name());
		xml.text("currentGeneration", true);
		xml.text("freeTierEligible", false);
		xml.list("supportedUsageClasses", List.of("on-demand"), xml::characters);
		xml.list("supportedRootDeviceTypes", List.of("instance-store"), xml::characters);
		xml.list("supportedVirtualizationTypes", List.of("hvm"), xml::characters);
		xml.text("bareMetal", false);
		xml.element("processorInfo", () -> xml.list("supportedArchitectures", List.of("x86_64"), xml::characters));
		xml.element("vCpuInfo", () -> {
			xml.text("defaultVCpus", type.cpus());
			xml.text("defaultCores", type.cpus());
			xml.text("defaultThreadsPerCore", 1);
		});
		xml.element("memoryInfo", () -> xml.text("sizeInMiB", type.memory()));
		xml.text("instanceStorageSupported", true);
		xml.element("instanceStorageInfo", () -> {
			xml.text("totalSizeInGB", type.disk());
			xml.list("disks", List.of(type), (disk) -> {
				xml.text("sizeInGB", disk.disk());
				xml.text("count", 1);
				xml.text("type", "hdd");
			});
		});
	}

	record Request(List<String> names, Predicate<InstanceType> filter, Paging paging) {
	}

}
