package cellar.simulation.securitygroup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import cellar.simulation.profile.CloudProfile;
import cellar.simulation.query.Action;
import cellar.simulation.query.Answer;
import cellar.simulation.query.Filters;
import cellar.simulation.query.Paging;
import cellar.simulation.query.Parameters;
import cellar.simulation.query.XmlWriter;

/**
 * {@code DescribeSecurityGroups}.
 */
public final class DescribeSecurityGroups implements Action<DescribeSecurityGroups.Request> {

	private final SecurityGroups groups;

	private final String account;

	private final CloudProfile profile;

	private final Filters<SecurityGroup> filters;

	public DescribeSecurityGroups(SecurityGroups groups, String account, CloudProfile profile) {
		this.groups = groups;
		this.account = account;
		this.profile = profile;
		this.filters = new Filters<SecurityGroup>().on("group-id", SecurityGroup::id)
			.on("group-name", SecurityGroup::name)
			.on("description", SecurityGroup::description)
			.on("vpc-id", SecurityGroup::vpcId)
			.on("owner-id", (group) -> account)
			.onTags(SecurityGroup::tags);
	}

	@Override
	public String name() {
		return "DescribeSecurityGroups";
	}

	@Override
	public Request bind(Parameters parameters) {
		return new Request(parameters.list("GroupId"), parameters.list("GroupName"), this.filters.bind(parameters),
				(this.profile.knowsNewerParameters()) ? Paging.bind(parameters) : Paging.all());
	}

	@Override
	public Answer perform(Request request) {
		request.ids().forEach(this.groups::require);
		request.names().forEach(this.groups::requireByName);
		List<SecurityGroup> chosen = this.groups.all()
			.stream()
			.filter((group) -> request.ids().isEmpty() || request.ids().contains(group.id()))
			.filter((group) -> request.names().isEmpty() || request.names().contains(group.name()))
			.filter(request.filter())
			.toList();
		Paging.Page<SecurityGroup> page = request.paging().cut(chosen, SecurityGroup::id);
		return (xml) -> {
			xml.list("securityGroupInfo", page.items(), (group) -> write(xml, group));
			xml.text("nextToken", page.next());
		};
	}

	private void write(XmlWriter xml, SecurityGroup group) {
		xml.text("ownerId", this.account);
		xml.text("groupId", group.id());
		xml.text("groupName", group.name());
		xml.text("groupDescription", group.description());
		xml.text("vpcId", group.vpcId());
		xml.list("ipPermissions", permissions(group.rules()), (rules) -> writePermission(xml, rules));
		xml.list("ipPermissionsEgress", List.of("-1"), (protocol) -> {
			xml.text("ipProtocol", protocol);
			xml.list("ipRanges", List.of("0.0.0.0/0"), (block) -> xml.text("cidrIp", block));
		});
		xml.tags(group.tags());
	}

	// EC2 shows the sources of the same ports together.
	private static List<List<Rule>> permissions(List<Rule> rules) {
		List<List<Rule>> permissions = new ArrayList<>();
		for (Rule rule : rules) {
			permissions.stream()
				.filter((permission) -> permission.getFirst().hasThePortsOf(rule))
				.findFirst()
				.orElseGet(() -> {
					permissions.add(new ArrayList<>());
					return permissions.getLast();
				})
				.add(rule);
		}
		return permissions;
	}

	private void writePermission(XmlWriter xml, List<Rule> rules) {
		Rule first = rules.getFirst();
		xml.text("ipProtocol", first.protocol());
		xml.text("fromPort", first.fromPort());
		xml.text("toPort", first.toPort());
		xml.list("groups", from(Source.Kind.GROUP, rules), (rule) -> {
			xml.text("userId", this.account);
			xml.text("groupId", rule.source().value());
			xml.text("description", rule.description());
		});
		xml.list("ipRanges", from(Source.Kind.IPV4, rules), (rule) -> {
			xml.text("cidrIp", rule.source().value());
			xml.text("description", rule.description());
		});
		xml.list("ipv6Ranges", from(Source.Kind.IPV6, rules), (rule) -> {
			xml.text("cidrIpv6", rule.source().value());
			xml.text("description", rule.description());
		});
	}

	private static List<Rule> from(Source.Kind kind, List<Rule> rules) {
		return rules.stream().filter((rule) -> rule.source().is(kind)).toList();
	}

	record Request(List<String> ids, List<String> names, Predicate<SecurityGroup> filter, Paging paging) {
	}

}
