package cellar.simulation.securitygroup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import cellar.simulation.query.Ec2Exception;
import cellar.simulation.state.Records;
import cellar.simulation.state.ResourceIds;
import cellar.simulation.state.State;
import cellar.simulation.tag.Taggable;
import cellar.simulation.tag.Tagged;

/**
 * The security groups of the account, by their ids. One named {@code default} is always
 * there.
 */
public final class SecurityGroups implements Taggable {

	static final String DEFAULT_NAME = "default";

	static final String DEFAULT_VPC = "vpc-0c0de0001c0de0001";

	private final Records<SecurityGroup> records;

	private SecurityGroups(Records<SecurityGroup> records) {
		this.records = records;
	}

	/**
	 * Opens the security groups of a cloud, which has at least the default one.
	 * @param state where they are kept
	 * @return the groups
	 */
	public static SecurityGroups in(State state) {
		SecurityGroups groups = new SecurityGroups(state.records("security-groups", SecurityGroup.class));
		groups.seed();
		return groups;
	}

	/**
	 * Brings back the default group where it is missing.
	 */
	public void seed() {
		if (findByName(DEFAULT_NAME).isEmpty()) {
			save(new SecurityGroup(ResourceIds.next("sg"), DEFAULT_NAME, "default group", DEFAULT_VPC, List.of(),
					Map.of()));
		}
	}

	public List<SecurityGroup> all() {
		return this.records.all();
	}

	/**
	 * Returns all groups but the default one.
	 * @return the groups
	 */
	public List<SecurityGroup> made() {
		return all().stream().filter((group) -> !group.isDefault()).toList();
	}

	public SecurityGroup defaultGroup() {
		return requireByName(DEFAULT_NAME);
	}

	Optional<SecurityGroup> findByName(String name) {
		return all().stream().filter((group) -> group.name().equals(name)).findFirst();
	}

	/**
	 * Returns a group.
	 * @param id its id
	 * @return the group
	 * @throws Ec2Exception {@code InvalidGroupId.Malformed} or
	 * {@code InvalidGroup.NotFound}
	 */
	public SecurityGroup require(String id) {
		if (!ResourceIds.isWellFormed("sg", id)) {
			throw Ec2Exception.refused("InvalidGroupId.Malformed", "Invalid id: \"" + id + "\"");
		}
		return this.records.find(id).orElseThrow(() -> notFound(id));
	}

	/**
	 * Returns a group by its name.
	 * @param name the name
	 * @return the group
	 * @throws Ec2Exception {@code InvalidGroup.NotFound}
	 */
	public SecurityGroup requireByName(String name) {
		return findByName(name).orElseThrow(() -> notFound(name));
	}

	SecurityGroup require(GroupName group) {
		return switch (group) {
			case GroupName.ById(String id) -> require(id);
			case GroupName.ByName(String name) -> requireByName(name);
		};
	}

	void requireVpc(String vpcId) {
		if (!vpcId.equals(DEFAULT_VPC)) {
			throw Ec2Exception.refused("InvalidVpcID.NotFound", "The vpc ID '" + vpcId + "' does not exist");
		}
	}

	void save(SecurityGroup group) {
		this.records.put(group.id(), group);
	}

	void remove(SecurityGroup group) {
		this.records.remove(group.id());
	}

	private static Ec2Exception notFound(String group) {
		return Ec2Exception.refused("InvalidGroup.NotFound", "The security group '" + group + "' does not exist");
	}

	@Override
	public String resourceType() {
		return "security-group";
	}

	@Override
	public String idPrefix() {
		return "sg";
	}

	@Override
	public void requireExists(String id) {
		require(id);
	}

	@Override
	public Stream<? extends Tagged> tagged() {
		return all().stream();
	}

	@Override
	public void tag(String id, Map<String, String> tags) {
		save(require(id).withTags(tags));
	}

}
