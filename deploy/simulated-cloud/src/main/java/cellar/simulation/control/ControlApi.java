package cellar.simulation.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import cellar.simulation.http.Call;
import cellar.simulation.http.Handler;
import cellar.simulation.http.Reply;

/**
 * Answers calls below {@code /control/v1/}.
 */
public final class ControlApi implements Handler {

	/**
	 * Where everything of the control API is.
	 */
	public static final String PATH = "/control/";

	private final CloudControl cloud;

	public ControlApi(CloudControl cloud) {
		this.cloud = cloud;
	}

	@Override
	public Reply handle(Call call) {
		Optional<String> refusal = Guard.refusal(call);
		if (refusal.isPresent()) {
			return Json.problem(403, "foreign-caller", "Foreign caller", refusal.get());
		}
		try {
			return switch (call.path()) {
				case "/control/v1/health" -> read(call, Map.of("status", "UP"));
				case "/control/v1/state" -> read(call, StateDocument.of(this.cloud));
				case "/control/v1/resources" -> read(call, this.cloud.resources());
				case "/control/v1/requests" -> read(call, this.cloud.requests());
				case "/control/v1/faults" -> faults(call);
				case "/control/v1/capacity" -> capacity(call);
				case "/control/v1/consistency" -> consistency(call);
				case "/control/v1/reset" -> reset(call);
				default -> Json.problem(404, "not-found", "Not found",
						"There are health, state, resources, requests, faults, capacity, consistency and reset"
								+ " below /control/v1/");
			};
		}
		catch (BadInputException | IllegalArgumentException ex) {
			return Json.problem(400, "invalid-input", "Invalid input", ex.getMessage());
		}
	}

	private static Reply read(Call call, Object document) {
		return (call.method().equals("GET")) ? Json.write(200, document) : methodNotAllowed("GET");
	}

	private Reply faults(Call call) {
		return switch (call.method()) {
			case "GET" -> Json.write(200, pendingFaults());
			case "POST" -> {
				this.cloud.inject(Json.read(call, FaultDocument.class).toOrder());
				yield Json.write(201, pendingFaults());
			}
			case "DELETE" -> {
				this.cloud.clearFaults();
				yield Json.write(200, pendingFaults());
			}
			default -> methodNotAllowed("GET, POST, DELETE");
		};
	}

	private List<FaultDocument> pendingFaults() {
		return this.cloud.faults().stream().map(FaultDocument::of).toList();
	}

	private Reply capacity(Call call) {
		return switch (call.method()) {
			case "GET" -> Json.write(200, CapacityDocument.of(this.cloud.capacity()));
			case "PUT" -> {
				this.cloud.limitCapacity(Json.read(call, CapacityDocument.class).toLimits());
				yield Json.write(200, CapacityDocument.of(this.cloud.capacity()));
			}
			default -> methodNotAllowed("GET, PUT");
		};
	}

	private Reply consistency(Call call) {
		return switch (call.method()) {
			case "GET" -> Json.write(200, ConsistencyDocument.of(this.cloud.consistency()));
			case "PUT" -> {
				this.cloud.setConsistency(Json.read(call, ConsistencyDocument.class).toConsistency());
				yield Json.write(200, ConsistencyDocument.of(this.cloud.consistency()));
			}
			default -> methodNotAllowed("GET, PUT");
		};
	}

	private Reply reset(Call call) {
		if (!call.method().equals("POST")) {
			return methodNotAllowed("POST");
		}
		this.cloud.reset();
		return Json.write(200, this.cloud.resources());
	}

	private static Reply methodNotAllowed(String allowed) {
		return Json.problem(405, "method-not-allowed", "Method not allowed", "Use " + allowed);
	}

}
