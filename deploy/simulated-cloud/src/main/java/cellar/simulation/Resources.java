package cellar.simulation;

import java.util.List;

/**
 * What is there and was not from the start, by id. Terminated machines do not count.
 */
public record Resources(List<String> instances, List<String> keyPairs, List<String> securityGroups) {

	public boolean isEmpty() {
		return this.instances.isEmpty() && this.keyPairs.isEmpty() && this.securityGroups.isEmpty();
	}

}
