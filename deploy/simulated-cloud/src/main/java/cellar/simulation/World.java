package cellar.simulation;

import java.time.Clock;
import java.util.List;

import cellar.simulation.fault.Faults;
import cellar.simulation.image.DescribeImages;
import cellar.simulation.image.Images;
import cellar.simulation.instance.Capacity;
import cellar.simulation.instance.DescribeInstances;
import cellar.simulation.instance.Instances;
import cellar.simulation.instance.Launcher;
import cellar.simulation.instance.ReservationXml;
import cellar.simulation.instance.RunInstances;
import cellar.simulation.instance.TerminateInstances;
import cellar.simulation.instance.Visibility;
import cellar.simulation.keypair.DeleteKeyPair;
import cellar.simulation.keypair.DescribeKeyPairs;
import cellar.simulation.keypair.ImportKeyPair;
import cellar.simulation.keypair.KeyPairs;
import cellar.simulation.profile.CloudProfile;
import cellar.simulation.query.Action;
import cellar.simulation.query.RequestLog;
import cellar.simulation.securitygroup.AuthorizeSecurityGroupIngress;
import cellar.simulation.securitygroup.CreateSecurityGroup;
import cellar.simulation.securitygroup.DeleteSecurityGroup;
import cellar.simulation.securitygroup.DescribeSecurityGroups;
import cellar.simulation.securitygroup.SecurityGroups;
import cellar.simulation.state.State;

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

	World(Settings settings) {
		this.settings = settings;
		this.log = new RequestLog(settings.clock());
		this.visibility = new Visibility(settings.clock());
		this.state = State.in(settings.dataDirectory());
		this.images = new Images(this.state);
		this.keyPairs = new KeyPairs(this.state);
		this.groups = new SecurityGroups(this.state);
		this.instances = new Instances(this.state, this.visibility, settings.clock());
	}

	List<Action<?>> actions() {
		CloudProfile profile = this.settings.profile();
		Clock clock = this.settings.clock();
		String account = this.settings.account();
		ReservationXml reservations = new ReservationXml(account, this.settings.region(), clock);
		Launcher launcher = new Launcher(this.instances, this.images, this.keyPairs, this.groups,
				this.settings.region(), this.capacity, this.settings.timing(), clock);
		return List.of(new RunInstances(launcher, this.instances, reservations, profile, clock),
				new DescribeInstances(this.instances, reservations, clock),
				new TerminateInstances(this.instances, this.settings.timing(), clock),
				new ImportKeyPair(this.keyPairs, profile, clock), new DescribeKeyPairs(this.keyPairs),
				new DeleteKeyPair(this.keyPairs), new CreateSecurityGroup(this.groups, profile),
				new DescribeSecurityGroups(this.groups, account),
				new AuthorizeSecurityGroupIngress(this.groups, profile, account),
				new DeleteSecurityGroup(this.groups, this.instances::holdersOf),
				new DescribeImages(this.images, account));
	}

}
