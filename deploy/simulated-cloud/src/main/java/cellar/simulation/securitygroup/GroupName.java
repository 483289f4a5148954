package cellar.simulation.securitygroup;

import cellar.simulation.query.Ec2Exception;
import cellar.simulation.query.Parameters;

/**
 * How a request names a group.
 */
sealed interface GroupName {

	static GroupName bind(Parameters parameters) {
		String id = parameters.text("GroupId");
		String name = parameters.text("GroupName");
		if (id != null) {
			return new ById(id);
		}
		if (name != null) {
			return new ByName(name);
		}
		throw Ec2Exception.missing("GroupId or GroupName");
	}

	/**
	 * By its id, which wins where both are given.
	 */
	record ById(String id) implements GroupName {
	}

	/**
	 * By its name.
	 */
	record ByName(String name) implements GroupName {
	}

}
