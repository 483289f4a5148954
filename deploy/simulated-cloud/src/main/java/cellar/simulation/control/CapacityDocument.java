package cellar.simulation.control;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cellar.simulation.launch.Capacity;

/**
 * The limits of the cloud as they are set over HTTP.
 */
record CapacityDocument(@Nullable List<Limit> limits) {

	static CapacityDocument of(List<Capacity.Limit> limits) {
		return new CapacityDocument(
				limits.stream().map((limit) -> new Limit(limit.instanceType(), limit.zone(), limit.max())).toList());
	}

	List<Capacity.Limit> toLimits() {
		if (this.limits == null) {
			throw new BadInputException("'limits' must be given; an empty list takes all limits off");
		}
		return this.limits.stream().map(Limit::checked).toList();
	}

	/**
	 * One limit.
	 */
	record Limit(@Nullable String instanceType, @Nullable String zone, @Nullable Integer max) {

		private Capacity.Limit checked() {
			if (this.max == null) {
				throw new BadInputException("'max' must be given for each limit");
			}
			return new Capacity.Limit(this.instanceType, this.zone, this.max);
		}

	}

}
