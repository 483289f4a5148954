package cellar.simulation.zone;

import java.util.List;

import cellar.simulation.query.Ec2Exception;

/**
 * The one region of the cloud.
 *
 * @param zones at least one; machines that ask for none go to the first with room
 */
public record Region(String name, List<String> zones) {

	public Region {
		zones = List.copyOf(zones);
		if (name.isBlank() || zones.isEmpty()) {
			throw new IllegalArgumentException("A region needs a name and at least one zone");
		}
	}

	/**
	 * Refuses a zone that does not exist.
	 * @param zone the zone
	 * @return the zone
	 * @throws Ec2Exception {@code InvalidParameterValue}
	 */
	public String require(String zone) {
		if (!this.zones.contains(zone)) {
			throw Ec2Exception.invalidValue("Invalid availability zone: [" + zone + "]");
		}
		return zone;
	}

}
