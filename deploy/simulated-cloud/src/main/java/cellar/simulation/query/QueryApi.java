package cellar.simulation.query;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.UUID;

import cellar.simulation.fault.Fault;
import cellar.simulation.fault.Faults;
import cellar.simulation.http.Call;
import cellar.simulation.http.Handler;
import cellar.simulation.http.Reply;
import cellar.simulation.signature.SignatureVerifier;
import cellar.simulation.signature.Verdict;

/**
 * Answers calls of the EC2 Query protocol: checks who asks, lets the ordered faults
 * happen, and runs the action.
 */
public final class QueryApi implements Handler {

	private static final Logger logger = System.getLogger(QueryApi.class.getName());

	private final SignatureVerifier signatures;

	private final Actions actions;

	private final Faults faults;

	private final RequestLog log;

	public QueryApi(SignatureVerifier signatures, Actions actions, Faults faults, RequestLog log) {
		this.signatures = signatures;
		this.actions = actions;
		this.faults = faults;
		this.log = log;
	}

	@Override
	public Reply handle(Call call) {
		String requestId = UUID.randomUUID().toString();
		try {
			if (!call.method().equals("POST") && !call.method().equals("GET")) {
				throw new Ec2Exception(405, "InvalidRequest", "Use GET or POST");
			}
			if (this.signatures.verify(call) instanceof Verdict.Refused(int status, String code, String message)) {
				throw new Ec2Exception(status, code, message);
			}
			return recorded(call.method(), Form.of(call), requestId);
		}
		catch (Ec2Exception ex) {
			return Documents.error(ex, requestId);
		}
	}

	private Reply recorded(String method, NavigableMap<String, String> form, String requestId) {
		String action = form.getOrDefault("Action", "");
		String outcome = "InternalError";
		try {
			Reply reply = answer(action, form, requestId);
			outcome = (reply instanceof Reply.Lost) ? "LostReply" : "OK";
			return reply;
		}
		catch (Ec2Exception ex) {
			outcome = ex.code();
			throw ex;
		}
		catch (RuntimeException ex) {
			logger.log(Level.ERROR, "Action '" + action + "' failed", ex);
			throw new Ec2Exception(500, "InternalError", "An internal error has occurred");
		}
		finally {
			this.log.record(method, action, form, outcome);
		}
	}

	private Reply answer(String action, NavigableMap<String, String> form, String requestId) {
		List<Fault> due = this.faults.take(action);
		for (Fault fault : due) {
			switch (fault) {
				case Fault.Latency(Duration delay) -> pause(delay);
				case Fault.Refusal(int status, String code, String message) ->
					throw new Ec2Exception(status, code, message);
				case Fault.LostReply(boolean afterEffect) -> {
					if (!afterEffect) {
						return new Reply.Lost();
					}
				}
			}
		}
		Answer answer = this.actions.run(action, form);
		if (due.contains(new Fault.LostReply(true))) {
			return new Reply.Lost();
		}
		return Documents.response(action, answer, requestId);
	}

	private static void pause(Duration delay) {
		try {
			Thread.sleep(delay);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Ec2Exception(503, "ServiceUnavailable", "The simulated cloud is stopping");
		}
	}

}
