package cellar.simulation.control;

import java.util.List;

/**
 * What is there and was not from the start. Terminated machines do not count. A test that
 * cleans up after itself leaves it empty.
 *
 * @param instances by id
 * @param keyPairs by name
 * @param securityGroups by id
 */
public record Resources(List<String> instances, List<String> keyPairs, List<String> securityGroups) {

	/**
	 * Returns whether nothing is left.
	 * @return true if nothing is left
	 */
	public boolean isEmpty() {
		return this.instances.isEmpty() && this.keyPairs.isEmpty() && this.securityGroups.isEmpty();
	}

}
