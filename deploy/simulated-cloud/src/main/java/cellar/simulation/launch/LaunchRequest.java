package cellar.simulation.launch;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cellar.simulation.profile.CloudProfile;
import cellar.simulation.query.Ec2Exception;
import cellar.simulation.query.Parameters;
import cellar.simulation.tag.TagSpecifications;

/**
 * What a RunInstances call asks for.
 *
 * @param userData in base64
 * @param hash equal for repetitions of one request
 */
record LaunchRequest(String imageId, String instanceType, int minCount, int maxCount, @Nullable String keyName,
		List<String> groupIds, List<String> groupNames, @Nullable String zone, @Nullable String userData,
		boolean terminationProtected, String shutdownBehavior, Map<String, String> tags, @Nullable String clientToken,
		String hash) {

	private static final int MAX_COUNT = 1000;

	private static final int MAX_TOKEN = 64;

	private static final Set<String> NOT_HASHED = Set.of("Action", "Version", "DryRun", "ClientToken");

	// Taken and not simulated: they change nothing that can be seen from outside.
	private static final List<String> WITHOUT_EFFECT = List.of("BlockDeviceMapping", "Monitoring", "EbsOptimized",
			"IamInstanceProfile");

	private static final List<String> NEWER_WITHOUT_EFFECT = List.of("MetadataOptions", "CpuOptions",
			"CreditSpecification", "MaintenanceOptions", "PrivateDnsNameOptions", "EnclaveOptions",
			"HibernationOptions");

	static LaunchRequest bind(Parameters parameters, CloudProfile profile) {
		WITHOUT_EFFECT.forEach(parameters::ignore);
		if (profile.knowsNewerParameters()) {
			NEWER_WITHOUT_EFFECT.forEach(parameters::ignore);
		}
		int min = count(parameters, "MinCount");
		int max = count(parameters, "MaxCount");
		if (min > max) {
			throw Ec2Exception.invalidValue("MinCount (" + min + ") must not be greater than MaxCount (" + max + ")");
		}
		Parameters placement = parameters.structure("Placement");
		return new LaunchRequest(parameters.required("ImageId"), parameters.text("InstanceType", "m1.small"), min, max,
				parameters.text("KeyName"), parameters.list("SecurityGroupId"), parameters.list("SecurityGroup"),
				placement.text("AvailabilityZone"), UserData.bind(parameters), parameters.flag("DisableApiTermination"),
				shutdownBehavior(parameters),
				TagSpecifications.bind(parameters, profile, List.of("instance", "volume", "network-interface")),
				token(parameters), parameters.digest(NOT_HASHED));
	}

	private static int count(Parameters parameters, String name) {
		parameters.required(name);
		return parameters.number(name, 1, 1, MAX_COUNT);
	}

	private static String shutdownBehavior(Parameters parameters) {
		String behavior = parameters.text("InstanceInitiatedShutdownBehavior", "stop");
		if (!Set.of("stop", "terminate").contains(behavior)) {
			throw Ec2Exception.invalidValue("Invalid value '" + behavior + "' for InstanceInitiatedShutdownBehavior");
		}
		return behavior;
	}

	private static @Nullable String token(Parameters parameters) {
		String token = parameters.text("ClientToken");
		if (token == null || token.isEmpty()) {
			return null;
		}
		if (token.length() > MAX_TOKEN || !token.chars().allMatch((character) -> character > ' ' && character <= '~')) {
			throw Ec2Exception.invalidValue("ClientToken must have " + MAX_TOKEN + " ASCII characters at most");
		}
		return token;
	}

	@Override
	public String toString() {
		return "LaunchRequest[" + this.imageId + ", " + this.instanceType + "]";
	}

}
