package cellar.simulation.instance;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import cellar.simulation.query.Action;
import cellar.simulation.query.Answer;
import cellar.simulation.query.Ec2Exception;
import cellar.simulation.query.Filters;
import cellar.simulation.query.Paging;
import cellar.simulation.query.Parameters;

/**
 * {@code DescribeInstances}.
 */
public final class DescribeInstances implements Action<DescribeInstances.Request> {

	private final Instances instances;

	private final ReservationXml reservations;

	private final Filters<Seen> filters;

	public DescribeInstances(Instances instances, ReservationXml reservations, Clock clock) {
		this.instances = instances;
		this.reservations = reservations;
		this.filters = new Filters<Seen>().on("instance-id", (seen) -> seen.instance().id())
			.on("client-token", (seen) -> seen.reservation().clientToken())
			.on("reservation-id", (seen) -> seen.reservation().id())
			.on("image-id", (seen) -> seen.instance().imageId())
			.on("instance-type", (seen) -> seen.instance().instanceType())
			.on("availability-zone", (seen) -> seen.instance().zone())
			.on("key-name", (seen) -> seen.instance().keyName())
			.on("instance-state-name", (seen) -> seen.instance().stateAt(clock.instant()).toString())
			.on("instance-state-code", (seen) -> String.valueOf(seen.instance().stateAt(clock.instant()).code()))
			.onEach("instance.group-id", (seen) -> seen.instance().groups().keySet())
			.onEach("instance.group-name", (seen) -> seen.instance().groups().values())
			.onTags((seen) -> seen.instance().tags());
	}

	@Override
	public String name() {
		return "DescribeInstances";
	}

	@Override
	public Request bind(Parameters parameters) {
		Request request = new Request(parameters.list("InstanceId").stream().distinct().toList(),
				this.filters.bind(parameters), Paging.bind(parameters));
		request.ids().forEach(Instances::requireWellFormed);
		if (!request.ids().isEmpty() && request.paging().isAskedFor()) {
			throw Ec2Exception.refused("InvalidParameterCombination",
					"The parameter instancesSet cannot be used with the parameter maxResults");
		}
		return request;
	}

	@Override
	public Answer perform(Request request) {
		List<Reservation> visible = this.instances.look(request.ids());
		List<Seen> chosen = visible.stream()
			.flatMap((
					reservation) -> reservation.instances().stream().map((instance) -> new Seen(reservation, instance)))
			.filter(request.filter())
			.toList();
		Paging.Page<Seen> page = request.paging().cut(chosen, Seen::order);
		return (xml) -> {
			xml.list("reservationSet", together(page.items()),
					(reservation) -> this.reservations.write(xml, reservation));
			xml.text("nextToken", page.next());
		};
	}

	private static List<Reservation> together(List<Seen> chosen) {
		Map<Reservation, List<Instance>> byReservation = chosen.stream()
			.collect(Collectors.groupingBy(Seen::reservation, LinkedHashMap::new,
					Collectors.mapping(Seen::instance, Collectors.toList())));
		return byReservation.entrySet()
			.stream()
			.map((entry) -> entry.getKey().withInstances(entry.getValue()))
			.toList();
	}

	record Request(List<String> ids, Predicate<Seen> filter, Paging paging) {
	}

	/**
	 * A machine within its reservation.
	 */
	record Seen(Reservation reservation, Instance instance) {

		// Fixed width, so that texts sort like the numbers in them.
		private String order() {
			return String.format(Locale.ROOT, "%020d-%s-%06d", this.instance.launchedAt().toEpochMilli(),
					this.reservation.id(), this.instance.launchIndex());
		}

	}

}
