package cellar.simulation.zone;

import java.util.List;
import java.util.function.Predicate;

import cellar.simulation.profile.CloudProfile;
import cellar.simulation.query.Action;
import cellar.simulation.query.Answer;
import cellar.simulation.query.Filters;
import cellar.simulation.query.Parameters;

/**
 * {@code DescribeAvailabilityZones}.
 */
public final class DescribeAvailabilityZones implements Action<DescribeAvailabilityZones.Request> {

	private final Region region;

	private final CloudProfile profile;

	private final Filters<String> filters;

	public DescribeAvailabilityZones(Region region, CloudProfile profile) {
		this.region = region;
		this.profile = profile;
		this.filters = new Filters<String>().on("zone-name", (zone) -> zone)
			.on("region-name", (zone) -> region.name())
			.on("state", (zone) -> "available");
	}

	@Override
	public String name() {
		return "DescribeAvailabilityZones";
	}

	@Override
	public Request bind(Parameters parameters) {
		if (this.profile.knowsNewerParameters()) {
			parameters.flag("AllAvailabilityZones");
		}
		return new Request(parameters.list("ZoneName"), this.filters.bind(parameters));
	}

	@Override
	public Answer perform(Request request) {
		request.names().forEach(this.region::require);
		List<String> chosen = this.region.zones()
			.stream()
			.filter((zone) -> request.names().isEmpty() || request.names().contains(zone))
			.filter(request.filter())
			.toList();
		return (xml) -> xml.list("availabilityZoneInfo", chosen, (zone) -> {
			xml.text("zoneName", zone);
			xml.text("zoneState", "available");
			xml.text("regionName", this.region.name());
		});
	}

	record Request(List<String> names, Predicate<String> filter) {
	}

}
