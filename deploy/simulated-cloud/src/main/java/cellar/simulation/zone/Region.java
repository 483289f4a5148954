package cellar.simulation.zone;

import java.util.List;

import cellar.simulation.query.Ec2Exception;

/**
 * The one region of the cloud.
 *
 * @param zones at least one, the first being the default
 */
public record Region(String name, List<String> zones) {

	public Region {
		zones = List.copyOf(zones);
		if (name.isBlank() || zones.isEmpty()) {
			throw new IllegalArgumentException("A region needs a name and at least one zone");
		}
	}

	public String defaultZone() {
		return this.zones.getFirst();
	}

	/**
	 * Refuses a zone that does not exist.
	 * @param zone the zone
	 * @return the zone
	 */
	public String require(String zone) {
		if (!this.zones.contains(zone)) {
			throw Ec2Exception.invalidValue("Invalid availability zone: [" + zone + "]");
		}
		return zone;
	}

}
