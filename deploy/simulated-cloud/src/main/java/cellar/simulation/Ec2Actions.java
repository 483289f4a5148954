package cellar.simulation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import cellar.simulation.attribute.DescribeInstanceAttribute;
import cellar.simulation.attribute.ModifyInstanceAttribute;
import cellar.simulation.image.DescribeImages;
import cellar.simulation.instance.DescribeInstanceStatus;
import cellar.simulation.instance.DescribeInstances;
import cellar.simulation.instance.GetConsoleOutput;
import cellar.simulation.instance.ReservationXml;
import cellar.simulation.instance.TaggableInstances;
import cellar.simulation.instance.TerminateInstances;
import cellar.simulation.instancetype.DescribeInstanceTypes;
import cellar.simulation.keypair.DeleteKeyPair;
import cellar.simulation.keypair.DescribeKeyPairs;
import cellar.simulation.keypair.ImportKeyPair;
import cellar.simulation.launch.Capacity;
import cellar.simulation.launch.Launcher;
import cellar.simulation.launch.RunInstances;
import cellar.simulation.profile.CloudProfile;
import cellar.simulation.query.Action;
import cellar.simulation.securitygroup.AuthorizeSecurityGroupIngress;
import cellar.simulation.securitygroup.CreateSecurityGroup;
import cellar.simulation.securitygroup.DeleteSecurityGroup;
import cellar.simulation.securitygroup.DescribeSecurityGroups;
import cellar.simulation.tag.CreateTags;
import cellar.simulation.tag.DeleteTags;
import cellar.simulation.tag.DescribeTags;
import cellar.simulation.tag.TaggedResources;
import cellar.simulation.zone.DescribeAvailabilityZones;
import cellar.simulation.zone.DescribeRegions;

/**
 * Wires every action of EC2 that the cloud knows to the resources it acts on.
 */
final class Ec2Actions {

	private final Settings settings;

	private final Estate estate;

	private final Capacity capacity;

	Ec2Actions(Settings settings, Estate estate, Capacity capacity) {
		this.settings = settings;
		this.estate = estate;
		this.capacity = capacity;
	}

	/**
	 * Returns the actions of a cloud.
	 * @param endpoint where EC2 is served, as {@code DescribeRegions} tells
	 * @return the actions
	 */
	List<Action<?>> servedAt(String endpoint) {
		CloudProfile profile = this.settings.profile();
		String account = this.settings.account();
		TaggedResources tagged = new TaggedResources(List.of(new TaggableInstances(this.estate.instances()),
				this.estate.keyPairs(), this.estate.groups(), this.estate.images()));
		List<Action<?>> actions = new ArrayList<>(instanceActions(profile, account));
		actions.addAll(List.of(new ImportKeyPair(this.estate.keyPairs(), profile, this.settings.clock()),
				new DescribeKeyPairs(this.estate.keyPairs(), profile),
				new DeleteKeyPair(this.estate.keyPairs(), profile),
				new CreateSecurityGroup(this.estate.groups(), profile),
				new DescribeSecurityGroups(this.estate.groups(), account, profile),
				new AuthorizeSecurityGroupIngress(this.estate.groups(), profile, account),
				new DeleteSecurityGroup(this.estate.groups(), this.estate.instances()::holdersOf),
				new DescribeImages(this.estate.images(), account, profile), new DescribeInstanceTypes(profile),
				new DescribeAvailabilityZones(this.settings.region(), profile),
				new DescribeRegions(this.settings.region(), endpoint, profile), new CreateTags(tagged),
				new DeleteTags(tagged), new DescribeTags(tagged)));
		return actions;
	}

	private List<Action<?>> instanceActions(CloudProfile profile, String account) {
		Clock clock = this.settings.clock();
		ReservationXml reservations = new ReservationXml(account, this.settings.region(), clock);
		Launcher launcher = new Launcher(this.estate.instances(), this.estate.images(), this.estate.keyPairs(),
				this.estate.groups(), this.settings.region(), this.capacity, this.settings.timing(), profile, clock);
		return List.of(new RunInstances(launcher, this.estate.instances(), reservations, profile),
				new DescribeInstances(this.estate.instances(), reservations, clock),
				new DescribeInstanceStatus(this.estate.instances(), clock),
				new TerminateInstances(this.estate.instances(), this.settings.timing(), clock),
				new GetConsoleOutput(this.estate.instances(), profile, clock),
				new DescribeInstanceAttribute(this.estate.instances()),
				new ModifyInstanceAttribute(this.estate.instances()));
	}

}
