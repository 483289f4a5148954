package cellar.provisioning.launch.effect;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import cellar.provisioning.instance.Instance;

/**
 * The machines of one launch, as its cloud showed them last. It keeps nothing itself: it
 * reads and changes the list of the launch.
 */
public final class Machines {

	private final List<Machine> machines;

	Machines(List<Machine> machines) {
		this.machines = machines;
	}

	public List<Machine> all() {
		return List.copyOf(this.machines);
	}

	public List<String> ids() {
		return this.machines.stream().map(Machine::instanceId).toList();
	}

	public Set<String> terminatedIds() {
		return this.machines.stream()
			.filter(Machine::isTerminated)
			.map(Machine::instanceId)
			.collect(Collectors.toSet());
	}

	public boolean areTerminated() {
		return this.machines.stream().allMatch(Machine::isTerminated);
	}

	/**
	 * Replaces the machines that there were.
	 * @param instances the machines
	 */
	public void replaceWith(List<Instance> instances) {
		this.machines.clear();
		instances.forEach((instance) -> this.machines.add(Machine.of(instance)));
	}

	/**
	 * Writes down how the machines look now.
	 * @param seen the machines, in the order in which they were found
	 */
	public void update(List<Machine> seen) {
		for (int i = 0; i < seen.size(); i++) {
			this.machines.set(i, seen.get(i));
		}
	}

}
