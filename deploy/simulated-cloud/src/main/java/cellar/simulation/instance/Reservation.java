package cellar.simulation.instance;

import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The machines of one RunInstances call, stored as one.
 *
 * @param clientToken what the caller named the call, or null
 * @param requestHash what the call asked for, to recognise a repetition
 * @param instances in the order of their launch index
 */
public record Reservation(String id, @Nullable String clientToken, String requestHash, List<Instance> instances) {

	Reservation with(Instance changed) {
		return withInstances(this.instances.stream()
			.map((instance) -> (instance.id().equals(changed.id())) ? changed : instance)
			.toList());
	}

	Reservation only(Predicate<Instance> chosen) {
		return withInstances(this.instances.stream().filter(chosen).toList());
	}

	Reservation withInstances(List<Instance> chosen) {
		return new Reservation(this.id, this.clientToken, this.requestHash, chosen);
	}

}
