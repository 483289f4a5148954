package cellar.provisioning.recipe;

import java.util.List;

import cellar.common.problem.Violation;
import cellar.provisioning.parameter.Choices;
import cellar.provisioning.parameter.Parameter;
import cellar.provisioning.userdata.Family;
import cellar.provisioning.userdata.Guest;

/**
 * A machine as its image defines it, with at most a host name and public keys.
 */
class Plain implements Recipe {

	@Override
	public String name() {
		return "plain";
	}

	@Override
	public String description() {
		return "A machine as its image has it. It may get a name and public keys that may log in.";
	}

	@Override
	public List<Family> families() {
		return List.of(Family.values());
	}

	@Override
	public List<Parameter> parameters() {
		return Login.PARAMETERS;
	}

	@Override
	public List<Violation> conflicts(Family family, Choices choices) {
		return List.of();
	}

	@Override
	public Guest guest(Family family, Choices choices) {
		Login login = Login.of(choices);
		return Guest.plain(login.hostname(), login.keys());
	}

	@Override
	public List<Finding> findings(Family family, Choices choices) {
		return List.of();
	}

}
