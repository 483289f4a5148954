package cellar.simulation.securitygroup;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import cellar.simulation.query.Action;
import cellar.simulation.query.Answer;
import cellar.simulation.query.Ec2Exception;
import cellar.simulation.query.Parameters;

/**
 * {@code DeleteSecurityGroup}, refused while something holds the group.
 */
public final class DeleteSecurityGroup implements Action<GroupName> {

	private final SecurityGroups groups;

	private final Function<String, List<String>> holders;

	/**
	 * Creates the action.
	 * @param groups the groups
	 * @param holders gives the ids of the machines that hold the group of an id
	 */
	public DeleteSecurityGroup(SecurityGroups groups, Function<String, List<String>> holders) {
		this.groups = groups;
		this.holders = holders;
	}

	@Override
	public String name() {
		return "DeleteSecurityGroup";
	}

	@Override
	public GroupName bind(Parameters parameters) {
		return GroupName.bind(parameters);
	}

	@Override
	public void rehearse(GroupName name) {
		SecurityGroup group = this.groups.require(name);
		if (group.isDefault()) {
			throw Ec2Exception.refused("CannotDelete",
					"the specified group: \"" + group.id() + "\" name: \"default\" cannot be deleted by a user");
		}
		List<String> dependents = Stream.concat(this.holders.apply(group.id()).stream(), referring(group)).toList();
		if (!dependents.isEmpty()) {
			throw Ec2Exception.refused("DependencyViolation",
					"resource " + group.id() + " has a dependent object: " + String.join(", ", dependents));
		}
	}

	private Stream<String> referring(SecurityGroup group) {
		return this.groups.all()
			.stream()
			.filter((other) -> !other.id().equals(group.id()) && other.refersTo(group.id()))
			.map(SecurityGroup::id);
	}

	@Override
	public Answer perform(GroupName name) {
		rehearse(name);
		this.groups.remove(this.groups.require(name));
		return Answer.done();
	}

}
