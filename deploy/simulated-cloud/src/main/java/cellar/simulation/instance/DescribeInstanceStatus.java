package cellar.simulation.instance;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import cellar.simulation.query.Action;
import cellar.simulation.query.Answer;
import cellar.simulation.query.Filters;
import cellar.simulation.query.Paging;
import cellar.simulation.query.Parameters;
import cellar.simulation.query.XmlWriter;

/**
 * {@code DescribeInstanceStatus}. A running machine passes all checks.
 */
public final class DescribeInstanceStatus implements Action<DescribeInstanceStatus.Request> {

	private final Instances instances;

	private final Clock clock;

	private final Filters<Instance> filters;

	public DescribeInstanceStatus(Instances instances, Clock clock) {
		this.instances = instances;
		this.clock = clock;
		this.filters = new Filters<Instance>().on("availability-zone", Instance::zone)
			.on("instance-state-name", (instance) -> stateOf(instance).toString())
			.on("instance-state-code", (instance) -> String.valueOf(stateOf(instance).code()))
			.on("instance-status.status", (instance) -> checksOf(stateOf(instance)))
			.on("system-status.status", (instance) -> checksOf(stateOf(instance)))
			.onTags(Instance::tags);
	}

	@Override
	public String name() {
		return "DescribeInstanceStatus";
	}

	@Override
	public Request bind(Parameters parameters) {
		Request request = new Request(parameters.list("InstanceId").stream().distinct().toList(),
				parameters.flag("IncludeAllInstances"), this.filters.bind(parameters), Paging.bind(parameters));
		request.ids().forEach(Instances::requireWellFormed);
		return request;
	}

	@Override
	public Answer perform(Request request) {
		Set<InstanceState> shown = (request.all()) ? Set.of(InstanceState.values()) : Set.of(InstanceState.RUNNING);
		List<Instance> chosen = this.instances.look(request.ids())
			.stream()
			.flatMap((reservation) -> reservation.instances().stream())
			.filter((instance) -> shown.contains(stateOf(instance)))
			.filter(request.filter())
			.toList();
		Paging.Page<Instance> page = request.paging().cut(chosen, Instance::id);
		return (xml) -> {
			xml.list("instanceStatusSet", page.items(), (instance) -> write(xml, instance));
			xml.text("nextToken", page.next());
		};
	}

	private void write(XmlWriter xml, Instance instance) {
		InstanceState state = stateOf(instance);
		xml.text("instanceId", instance.id());
		xml.text("availabilityZone", instance.zone());
		ReservationXml.writeState(xml, "instanceState", state);
		writeChecks(xml, "systemStatus", state);
		writeChecks(xml, "instanceStatus", state);
	}

	private static void writeChecks(XmlWriter xml, String name, InstanceState state) {
		xml.element(name, () -> {
			xml.text("status", checksOf(state));
			if (state == InstanceState.RUNNING) {
				xml.list("details", List.of("reachability"), (check) -> {
					xml.text("name", check);
					xml.text("status", "passed");
				});
			}
		});
	}

	private static String checksOf(InstanceState state) {
		return switch (state) {
			case PENDING -> "initializing";
			case RUNNING -> "ok";
			case SHUTTING_DOWN, TERMINATED -> "not-applicable";
		};
	}

	private InstanceState stateOf(Instance instance) {
		return instance.stateAt(this.clock.instant());
	}

	record Request(List<String> ids, boolean all, Predicate<Instance> filter, Paging paging) {
	}

}
