package cellar.provisioning.recipe;

import java.util.List;

import cellar.common.problem.Violation;
import cellar.provisioning.parameter.Choices;
import cellar.provisioning.parameter.Parameter;
import cellar.provisioning.userdata.Family;
import cellar.provisioning.userdata.Guest;

/**
 * One thing that a machine can be told to become. A pure function from choices to a
 * machine.
 */
interface Recipe {

	String name();

	/**
	 * Says what comes of it, for people.
	 * @return a few sentences
	 */
	String description();

	List<Family> families();

	List<Parameter> parameters();

	/**
	 * Looks for choices that are acceptable one by one and not together.
	 * @param family what the machine runs
	 * @param choices the choices
	 * @return what is wrong
	 */
	List<Violation> conflicts(Family family, Choices choices);

	Guest guest(Family family, Choices choices);

	List<Finding> findings(Family family, Choices choices);

}
