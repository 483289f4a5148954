package cellar.simulation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import cellar.simulation.control.Resources;
import cellar.simulation.fault.Faults;
import cellar.simulation.image.DescribeImages;
import cellar.simulation.image.Images;
import cellar.simulation.instance.Capacity;
import cellar.simulation.instance.DescribeInstanceAttribute;
import cellar.simulation.instance.DescribeInstanceStatus;
import cellar.simulation.instance.DescribeInstances;
import cellar.simulation.instance.GetConsoleOutput;
import cellar.simulation.instance.Instance;
import cellar.simulation.instance.Instances;
import cellar.simulation.instance.Launcher;
import cellar.simulation.instance.ModifyInstanceAttribute;
import cellar.simulation.instance.ReservationXml;
import cellar.simulation.instance.RunInstances;
import cellar.simulation.instance.TerminateInstances;
import cellar.simulation.instance.Visibility;
import cellar.simulation.instancetype.DescribeInstanceTypes;
import cellar.simulation.instancetype.InstanceTypes;
import cellar.simulation.keypair.DeleteKeyPair;
import cellar.simulation.keypair.DescribeKeyPairs;
import cellar.simulation.keypair.ImportKeyPair;
import cellar.simulation.keypair.KeyPair;
import cellar.simulation.keypair.KeyPairs;
import cellar.simulation.profile.CloudProfile;
import cellar.simulation.query.Action;
import cellar.simulation.query.RequestLog;
import cellar.simulation.securitygroup.AuthorizeSecurityGroupIngress;
import cellar.simulation.securitygroup.CreateSecurityGroup;
import cellar.simulation.securitygroup.DeleteSecurityGroup;
import cellar.simulation.securitygroup.DescribeSecurityGroups;
import cellar.simulation.securitygroup.SecurityGroup;
import cellar.simulation.securitygroup.SecurityGroups;
import cellar.simulation.state.State;
import cellar.simulation.tag.CreateTags;
import cellar.simulation.tag.DeleteTags;
import cellar.simulation.tag.DescribeTags;
import cellar.simulation.tag.TaggedResources;
import cellar.simulation.zone.DescribeAvailabilityZones;
import cellar.simulation.zone.DescribeRegions;

/**
 * Everything that exists in one cloud, and the actions on it.
 */
final class World {

	final State state;

	final Faults faults = new Faults();

	final Capacity capacity = new Capacity();

	final RequestLog log;

	final Visibility visibility;

	final Images images;

	final KeyPairs keyPairs;

	final SecurityGroups groups;

	final Instances instances;

	private final Settings settings;

	private World(Settings settings, State state, Visibility visibility, Images images, KeyPairs keyPairs,
			SecurityGroups groups, Instances instances) {
		this.settings = settings;
		this.log = new RequestLog(settings.clock());
		this.visibility = visibility;
		this.state = state;
		this.images = images;
		this.keyPairs = keyPairs;
		this.groups = groups;
		this.instances = instances;
	}

	static World open(Settings settings) {
		State state = State.in(settings.dataDirectory());
		try {
			Visibility visibility = new Visibility(settings.clock());
			return new World(settings, state, visibility, Images.in(state), KeyPairs.in(state),
					SecurityGroups.in(state), Instances.in(state, visibility, settings.clock()));
		}
		catch (RuntimeException ex) {
			state.close();
			throw ex;
		}
	}

	List<Action<?>> actions(String endpoint) {
		CloudProfile profile = this.settings.profile();
		String account = this.settings.account();
		TaggedResources tagged = new TaggedResources(List.of(this.instances, this.keyPairs, this.groups, this.images));
		List<Action<?>> actions = new ArrayList<>(instanceActions(profile, account));
		actions.addAll(List.of(new ImportKeyPair(this.keyPairs, profile, this.settings.clock()),
				new DescribeKeyPairs(this.keyPairs, profile), new DeleteKeyPair(this.keyPairs, profile),
				new CreateSecurityGroup(this.groups, profile),
				new DescribeSecurityGroups(this.groups, account, profile),
				new AuthorizeSecurityGroupIngress(this.groups, profile, account),
				new DeleteSecurityGroup(this.groups, this.instances::holdersOf),
				new DescribeImages(this.images, account, profile), new DescribeInstanceTypes(profile),
				new DescribeAvailabilityZones(this.settings.region(), profile),
				new DescribeRegions(this.settings.region(), endpoint, profile), new CreateTags(tagged),
				new DeleteTags(tagged), new DescribeTags(tagged)));
		return actions;
	}

	private List<Action<?>> instanceActions(CloudProfile profile, String account) {
		Clock clock = this.settings.clock();
		ReservationXml reservations = new ReservationXml(account, this.settings.region(), clock);
		Launcher launcher = new Launcher(this.instances, this.images, this.keyPairs, this.groups,
				this.settings.region(), this.capacity, this.settings.timing(), profile, clock);
		return List.of(new RunInstances(launcher, this.instances, reservations, profile, clock),
				new DescribeInstances(this.instances, reservations, clock),
				new DescribeInstanceStatus(this.instances, clock),
				new TerminateInstances(this.instances, this.settings.timing(), clock),
				new GetConsoleOutput(this.instances, profile, clock), new DescribeInstanceAttribute(this.instances),
				new ModifyInstanceAttribute(this.instances));
	}

	void limitCapacity(List<Capacity.Limit> limits) {
		for (Capacity.Limit limit : limits) {
			if (limit.instanceType() != null && InstanceTypes.find(limit.instanceType()).isEmpty()) {
				throw new IllegalArgumentException("Instance type '" + limit.instanceType() + "' does not exist");
			}
			if (limit.zone() != null && !this.settings.region().zones().contains(limit.zone())) {
				throw new IllegalArgumentException("Zone '" + limit.zone() + "' does not exist, only "
						+ String.join(", ", this.settings.region().zones()));
			}
		}
		this.capacity.set(limits);
	}

	Resources resources() {
		return this.state.exclusively(() -> new Resources(this.instances.alive().stream().map(Instance::id).toList(),
				this.keyPairs.all().stream().map(KeyPair::name).toList(),
				this.groups.made().stream().map(SecurityGroup::id).toList()));
	}

	void reset() {
		this.state.exclusively(() -> {
			this.state.clear();
			this.images.seed();
			this.groups.seed();
			this.faults.clear();
			this.log.clear();
			this.capacity.set(List.of());
			this.visibility.set(Visibility.Consistency.IMMEDIATE);
			return true;
		});
	}

}
