package cellar.simulation.query;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import cellar.simulation.profile.CloudProfile;
import cellar.simulation.state.State;

/**
 * Every action that the cloud knows, by its name.
 */
public final class Actions {

	private final Map<String, Action<?>> byName;

	private final State state;

	private final CloudProfile profile;

	public Actions(Collection<? extends Action<?>> actions, State state, CloudProfile profile) {
		this.byName = actions.stream().collect(Collectors.toMap(Action::name, Function.identity()));
		this.state = state;
		this.profile = profile;
	}

	/**
	 * Returns the names of all actions.
	 * @return the names in alphabetical order
	 */
	public List<String> names() {
		return this.byName.keySet().stream().sorted().toList();
	}

	Answer run(String name, NavigableMap<String, String> form) {
		if (name.isEmpty()) {
			throw Ec2Exception.missing("Action");
		}
		Action<?> action = this.byName.get(name);
		if (action == null) {
			throw Ec2Exception.refused("InvalidAction", "The action " + name
					+ " is not valid for this web service. This cloud knows " + String.join(", ", names()));
		}
		return run(action, Parameters.of(form));
	}

	private <R> Answer run(Action<R> action, Parameters parameters) {
		parameters.required("Action");
		if (!parameters.text("Version", Documents.VERSION).matches("\\d{4}-\\d{2}-\\d{2}")) {
			throw Ec2Exception.refused("NoSuchVersion", "Version must be a date such as " + Documents.VERSION);
		}
		boolean dryRun = this.profile.knowsDryRun() && parameters.flag("DryRun");
		R request = action.bind(parameters);
		parameters.refuseUnknown();
		Supplier<Answer> performed = () -> action.perform(request);
		return this.state.exclusively((dryRun) ? () -> rehearse(action, request) : performed);
	}

	private static <R> Answer rehearse(Action<R> action, R request) {
		action.rehearse(request);
		throw new Ec2Exception(412, "DryRunOperation", "Request would have succeeded, but DryRun flag is set.");
	}

}
