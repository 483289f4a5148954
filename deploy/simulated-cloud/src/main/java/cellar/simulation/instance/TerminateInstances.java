package cellar.simulation.instance;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import cellar.simulation.query.Action;
import cellar.simulation.query.Answer;
import cellar.simulation.query.Ec2Exception;
import cellar.simulation.query.Parameters;

/**
 * {@code TerminateInstances}: all the machines, or none.
 */
public final class TerminateInstances implements Action<List<String>> {

	private final Instances instances;

	private final Timing timing;

	private final Clock clock;

	public TerminateInstances(Instances instances, Timing timing, Clock clock) {
		this.instances = instances;
		this.timing = timing;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "TerminateInstances";
	}

	@Override
	public List<String> bind(Parameters parameters) {
		List<String> ids = parameters.list("InstanceId").stream().distinct().toList();
		if (ids.isEmpty()) {
			throw Ec2Exception.missing("InstanceId");
		}
		return ids;
	}

	@Override
	public void rehearse(List<String> ids) {
		require(ids);
	}

	@Override
	public Answer perform(List<String> ids) {
		Instant now = this.clock.instant();
		List<Change> changes = new ArrayList<>();
		for (Instance instance : require(ids)) {
			Instance changed = (instance.ending() != null) ? instance : instance.withEnding(endingFrom(now));
			if (changed != instance) {
				this.instances.save(changed);
			}
			changes.add(new Change(instance.id(), instance.stateAt(now), changed.stateAt(now)));
		}
		return (xml) -> xml.list("instancesSet", changes, (change) -> {
			xml.text("instanceId", change.id());
			ReservationXml.writeState(xml, "currentState", change.current());
			ReservationXml.writeState(xml, "previousState", change.previous());
		});
	}

	private List<Instance> require(List<String> ids) {
		List<Instance> found = ids.stream().map(this.instances::require).toList();
		for (Instance instance : found) {
			if (instance.terminationProtected()) {
				throw Ec2Exception.refused("OperationNotPermitted", "The instance '" + instance.id()
						+ "' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.");
			}
		}
		return found;
	}

	private Instance.Ending endingFrom(Instant now) {
		Instant terminated = now.plus(this.timing.shuttingDown());
		return new Instance.Ending(now, terminated, terminated.plus(this.timing.listed()));
	}

	private record Change(String id, InstanceState previous, InstanceState current) {
	}

}
