package cellar.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import cellar.simulation.control.CloudControl;
import cellar.simulation.control.Resources;
import cellar.simulation.fault.FaultOrder;
import cellar.simulation.fault.Faults;
import cellar.simulation.image.Images;
import cellar.simulation.instance.Instance;
import cellar.simulation.instance.Instances;
import cellar.simulation.instance.Reservation;
import cellar.simulation.instance.Visibility;
import cellar.simulation.instancetype.InstanceTypes;
import cellar.simulation.keypair.KeyPair;
import cellar.simulation.keypair.KeyPairs;
import cellar.simulation.launch.Capacity;
import cellar.simulation.query.Actions;
import cellar.simulation.query.QueryApi;
import cellar.simulation.query.RecordedRequest;
import cellar.simulation.query.RequestLog;
import cellar.simulation.securitygroup.SecurityGroup;
import cellar.simulation.securitygroup.SecurityGroups;
import cellar.simulation.signature.SignatureVerifier;
import cellar.simulation.state.State;

/**
 * Everything that exists in one cloud: its resources, what was ordered to go wrong with
 * them, and the actions on them.
 */
final class World implements CloudControl {

	private final Faults faults = new Faults();

	private final Capacity capacity = new Capacity();

	private final Settings settings;

	private final State state;

	private final Visibility visibility;

	private final RequestLog log;

	private final Images images;

	private final KeyPairs keyPairs;

	private final SecurityGroups groups;

	private final Instances instances;

	private final Actions actions;

	/**
	 * Opens the world of a cloud.
	 * @param state where it is kept
	 * @param settings how the cloud is set up
	 * @param endpoint where EC2 is served
	 */
	World(State state, Settings settings, String endpoint) {
		this.settings = settings;
		this.state = state;
		this.visibility = new Visibility(settings.clock());
		this.log = new RequestLog(settings.clock());
		this.images = Images.in(state);
		this.keyPairs = KeyPairs.in(state);
		this.groups = SecurityGroups.in(state);
		this.instances = Instances.in(state, this.visibility, settings.clock());
		this.actions = new Actions(
				new Ec2Actions(settings, this.images, this.keyPairs, this.groups, this.instances, this.capacity)
					.servedAt(endpoint),
				state, settings.profile());
	}

	/**
	 * Returns the API through which the cloud's users reach this world.
	 * @return the Query API
	 */
	QueryApi ec2() {
		SignatureVerifier signatures = new SignatureVerifier(this.settings.credentials(), this.settings.signingRegion(),
				this.settings.clock());
		return new QueryApi(signatures, this.actions, this.faults, this.log);
	}

	@Override
	public Instant now() {
		return this.settings.clock().instant();
	}

	@Override
	public List<Reservation> reservations() {
		return this.state.exclusively(this.instances::reservations);
	}

	@Override
	public List<KeyPair> keyPairs() {
		return this.state.exclusively(this.keyPairs::all);
	}

	@Override
	public List<SecurityGroup> securityGroups() {
		return this.state.exclusively(this.groups::all);
	}

	@Override
	public Resources resources() {
		return this.state.exclusively(() -> new Resources(this.instances.alive().stream().map(Instance::id).toList(),
				this.keyPairs.all().stream().map(KeyPair::name).toList(),
				this.groups.made().stream().map(SecurityGroup::id).toList()));
	}

	@Override
	public List<RecordedRequest> requests() {
		return this.log.requests();
	}

	@Override
	public Map<String, Long> requestCounts() {
		return this.log.counts();
	}

	@Override
	public List<FaultOrder> faults() {
		return this.faults.pending();
	}

	@Override
	public void inject(FaultOrder fault) {
		if (!fault.action().equals("*") && !this.actions.names().contains(fault.action())) {
			throw new IllegalArgumentException(
					"There is no action '" + fault.action() + "', only *, " + String.join(", ", this.actions.names()));
		}
		this.faults.add(fault);
	}

	@Override
	public void clearFaults() {
		this.faults.clear();
	}

	@Override
	public List<Capacity.Limit> capacity() {
		return this.capacity.limits();
	}

	@Override
	public void limitCapacity(List<Capacity.Limit> limits) {
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

	@Override
	public Visibility.Consistency consistency() {
		return this.visibility.consistency();
	}

	@Override
	public void setConsistency(Visibility.Consistency consistency) {
		this.visibility.set(consistency);
	}

	@Override
	public void reset() {
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
