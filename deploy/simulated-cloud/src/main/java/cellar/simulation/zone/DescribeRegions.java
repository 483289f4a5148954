package cellar.simulation.zone;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import cellar.simulation.profile.CloudProfile;
import cellar.simulation.query.Action;
import cellar.simulation.query.Answer;
import cellar.simulation.query.Ec2Exception;
import cellar.simulation.query.Filters;
import cellar.simulation.query.Parameters;

/**
 * {@code DescribeRegions}.
 */
public final class DescribeRegions implements Action<DescribeRegions.Request> {

	private final Region region;

	private final String endpoint;

	private final CloudProfile profile;

	private final Filters<Region> filters = new Filters<Region>().on("region-name", Region::name);

	/**
	 * Creates the action.
	 * @param region the only region
	 * @param endpoint the address of this cloud
	 * @param profile the kind of cloud
	 */
	public DescribeRegions(Region region, String endpoint, CloudProfile profile) {
		this.region = region;
		this.endpoint = endpoint;
		this.profile = profile;
	}

	@Override
	public String name() {
		return "DescribeRegions";
	}

	@Override
	public Request bind(Parameters parameters) {
		if (this.profile.knowsNewerParameters()) {
			parameters.flag("AllRegions");
		}
		return new Request(parameters.list("RegionName"), this.filters.bind(parameters));
	}

	@Override
	public Answer perform(Request request) {
		for (String name : request.names()) {
			if (!name.equals(this.region.name())) {
				throw Ec2Exception.invalidValue("Invalid region provided: [" + name + "]");
			}
		}
		List<Region> chosen = Stream.of(this.region).filter(request.filter()).toList();
		return (xml) -> xml.list("regionInfo", chosen, (shown) -> {
			xml.text("regionName", shown.name());
			xml.text("regionEndpoint", this.endpoint);
		});
	}

	record Request(List<String> names, Predicate<Region> filter) {
	}

}
