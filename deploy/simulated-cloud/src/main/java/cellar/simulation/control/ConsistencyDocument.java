package cellar.simulation.control;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import cellar.simulation.instance.Visibility.Consistency;

/**
 * When new machines are seen, as it is set over HTTP.
 *
 * @param hiddenLooks how many describing calls do not see them, 0 if not given
 * @param hiddenFor how long none sees them, in ISO 8601, {@code PT0S} if not given
 */
record ConsistencyDocument(@Nullable Integer hiddenLooks, @Nullable Duration hiddenFor) {

	static ConsistencyDocument of(Consistency consistency) {
		return new ConsistencyDocument(consistency.hiddenLooks(), consistency.hiddenFor());
	}

	Consistency toConsistency() {
		return new Consistency((this.hiddenLooks != null) ? this.hiddenLooks : 0,
				(this.hiddenFor != null) ? this.hiddenFor : Duration.ZERO);
	}

}
