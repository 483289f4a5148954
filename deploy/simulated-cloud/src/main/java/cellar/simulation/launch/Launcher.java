package cellar.simulation.launch;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import cellar.simulation.image.Image;
import cellar.simulation.image.Images;
import cellar.simulation.instance.Instance;
import cellar.simulation.instance.Instances;
import cellar.simulation.instance.Reservation;
import cellar.simulation.instance.Timing;
import cellar.simulation.instancetype.InstanceTypes;
import cellar.simulation.keypair.KeyPairs;
import cellar.simulation.profile.CloudProfile;
import cellar.simulation.query.Ec2Exception;
import cellar.simulation.securitygroup.SecurityGroup;
import cellar.simulation.securitygroup.SecurityGroups;
import cellar.simulation.state.ResourceIds;
import cellar.simulation.zone.Region;

/**
 * Makes new machines out of a request, or says what is wrong with it.
 */
public final class Launcher {

	private static final int MAX_ALIVE = 250;

	private final Instances instances;

	private final Images images;

	private final KeyPairs keyPairs;

	private final SecurityGroups groups;

	private final Region region;

	private final Capacity capacity;

	private final Timing timing;

	private final CloudProfile profile;

	private final Clock clock;

	public Launcher(Instances instances, Images images, KeyPairs keyPairs, SecurityGroups groups, Region region,
			Capacity capacity, Timing timing, CloudProfile profile, Clock clock) {
		this.instances = instances;
		this.images = images;
		this.keyPairs = keyPairs;
		this.groups = groups;
		this.region = region;
		this.capacity = capacity;
		this.timing = timing;
		this.profile = profile;
		this.clock = clock;
	}

	Plan plan(LaunchRequest request) {
		Image image = this.images.require(request.imageId());
		if (InstanceTypes.find(request.instanceType()).isEmpty()) {
			throw Ec2Exception.invalidValue("Invalid value '" + request.instanceType() + "' for InstanceType.");
		}
		if (request.keyName() != null) {
			this.keyPairs.require(request.keyName());
		}
		Map<String, String> chosenGroups = groups(request);
		List<Instance> alive = this.instances.alive();
		if (alive.size() + request.minCount() > MAX_ALIVE) {
			throw Ec2Exception.refused("InstanceLimitExceeded",
					"You may have " + MAX_ALIVE + " instances at the same time");
		}
		String zone = zone(request, alive);
		int free = Math.min(MAX_ALIVE - alive.size(), this.capacity.free(request.instanceType(), zone, alive));
		return new Plan(image, zone, Math.min(request.maxCount(), free), chosenGroups);
	}

	private String zone(LaunchRequest request, List<Instance> alive) {
		List<String> zones = (request.zone() != null) ? List.of(this.region.require(request.zone()))
				: this.region.zones();
		return zones.stream()
			.filter((zone) -> this.capacity.free(request.instanceType(), zone, alive) >= request.minCount())
			.findFirst()
			.orElseThrow(() -> new Ec2Exception(this.profile.statusWhenFull(), "InsufficientInstanceCapacity",
					"We currently do not have sufficient " + request.instanceType() + " capacity in "
							+ String.join(", ", zones)));
	}

	private Map<String, String> groups(LaunchRequest request) {
		Map<String, String> chosen = new TreeMap<>();
		request.groupIds().stream().map(this.groups::require).forEach((group) -> add(chosen, group));
		request.groupNames().stream().map(this.groups::requireByName).forEach((group) -> add(chosen, group));
		if (chosen.isEmpty()) {
			add(chosen, this.groups.defaultGroup());
		}
		return chosen;
	}

	private static void add(Map<String, String> chosen, SecurityGroup group) {
		chosen.put(group.id(), group.name());
	}

	Reservation launch(LaunchRequest request) {
		Plan plan = plan(request);
		Instant now = this.clock.instant();
		Addresses addresses = new Addresses(this.instances.alive());
		List<Instance> launched = new ArrayList<>();
		for (int index = 0; index < plan.count(); index++) {
			launched.add(new Instance(ResourceIds.next("i"), index, plan.image().id(), plan.image().architecture(),
					request.instanceType(), plan.zone(), request.keyName(), plan.groups(), addresses.nextPrivate(),
					addresses.nextPublic(), request.userData(), request.terminationProtected(),
					request.shutdownBehavior(), now, now.plus(this.timing.pending()), null, request.tags()));
		}
		Reservation reservation = new Reservation(ResourceIds.next("r"), request.clientToken(), request.hash(),
				launched);
		this.instances.add(reservation);
		return reservation;
	}

	/**
	 * What a request would come to.
	 */
	record Plan(Image image, String zone, int count, Map<String, String> groups) {
	}

}
