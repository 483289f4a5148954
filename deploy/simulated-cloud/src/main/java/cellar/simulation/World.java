package cellar.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import cellar.simulation.control.CloudControl;
import cellar.simulation.control.Resources;
import cellar.simulation.fault.FaultOrder;
import cellar.simulation.fault.Faults;
import cellar.simulation.instance.Instance;
import cellar.simulation.instance.Reservation;
import cellar.simulation.instance.Visibility;
import cellar.simulation.instancetype.InstanceTypes;
import cellar.simulation.keypair.KeyPair;
import cellar.simulation.launch.Capacity;
import cellar.simulation.query.Actions;
import cellar.simulation.query.QueryApi;
import cellar.simulation.query.RecordedRequest;
import cellar.simulation.query.RequestLog;
import cellar.simulation.securitygroup.SecurityGroup;
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

	private final Estate estate;

	private final RequestLog log;

	private final Actions actions;

	/**
	 * Makes the world of a cloud.
	 * @param state where it is kept
	 * @param estate the resources, as they were kept
	 * @param settings how the cloud is set up
	 * @param endpoint where EC2 is served
	 */
	World(State state, Estate estate, Settings settings, String endpoint) {
		this.settings = settings;
		this.state = state;
		this.estate = estate;
		this.log = new RequestLog(settings.clock());
		this.actions = new Actions(new Ec2Actions(settings, estate, this.capacity).servedAt(endpoint), state,
				settings.profile());
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
		return this.state.exclusively(this.estate.instances()::reservations);
	}

	@Override
	public List<KeyPair> keyPairs() {
		return this.state.exclusively(this.estate.keyPairs()::all);
	}

	@Override
	public List<SecurityGroup> securityGroups() {
		return this.state.exclusively(this.estate.groups()::all);
	}

	@Override
	public Resources resources() {
		return this.state
			.exclusively(() -> new Resources(this.estate.instances().alive().stream().map(Instance::id).toList(),
					this.estate.keyPairs().all().stream().map(KeyPair::name).toList(),
					this.estate.groups().made().stream().map(SecurityGroup::id).toList()));
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
		return this.estate.visibility().consistency();
	}

	@Override
	public void setConsistency(Visibility.Consistency consistency) {
		this.estate.visibility().set(consistency);
	}

	@Override
	public void reset() {
		this.state.exclusively(() -> {
			this.state.clear();
			this.estate.seed();
			this.faults.clear();
			this.log.clear();
			this.capacity.set(List.of());
			this.estate.visibility().set(Visibility.Consistency.IMMEDIATE);
		});
	}

}
