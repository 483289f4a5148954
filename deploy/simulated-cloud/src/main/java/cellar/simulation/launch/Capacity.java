package cellar.simulation.launch;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cellar.simulation.instance.Instance;

/**
 * How many machines fit. Without limits, as many as the account may have.
 */
public final class Capacity {

	private volatile List<Limit> limits = List.of();

	public List<Limit> limits() {
		return this.limits;
	}

	/**
	 * Changes how many machines fit. Machines that are too many stay.
	 * @param changed the new limits, in place of all before
	 */
	public void set(List<Limit> changed) {
		this.limits = List.copyOf(changed);
	}

	/**
	 * Returns how many more machines of a type fit into a zone.
	 * @param instanceType the type
	 * @param zone the zone
	 * @param alive the machines that hold resources
	 * @return how many
	 */
	int free(String instanceType, String zone, List<Instance> alive) {
		return this.limits.stream()
			.filter((limit) -> limit.counts(instanceType, zone))
			.mapToInt((limit) -> limit.max() - (int) alive.stream()
				.filter((instance) -> limit.counts(instance.instanceType(), instance.zone()))
				.count())
			.min()
			.orElse(Integer.MAX_VALUE);
	}

	/**
	 * A limit that counts machines together.
	 *
	 * @param instanceType the type that is limited, null for all types together
	 * @param zone the zone that is limited, null for all zones together
	 * @param max how many machines there may be at the same time
	 */
	public record Limit(@Nullable String instanceType, @Nullable String zone, int max) {

		public Limit {
			if (max < 0) {
				throw new IllegalArgumentException("'max' must not be negative");
			}
		}

		boolean counts(String type, String where) {
			return (this.instanceType == null || this.instanceType.equals(type))
					&& (this.zone == null || this.zone.equals(where));
		}

	}

}
