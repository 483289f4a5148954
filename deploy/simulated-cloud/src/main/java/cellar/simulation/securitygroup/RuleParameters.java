package cellar.simulation.securitygroup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import cellar.simulation.query.Ec2Exception;
import cellar.simulation.query.Parameters;
import cellar.simulation.state.ResourceIds;

/**
 * Reads rules from requests, in the form with {@code IpPermissions} and in the older flat
 * one.
 */
final class RuleParameters {

	private RuleParameters() {
	}

	static List<Rule> bind(Parameters parameters) {
		List<Rule> rules = new ArrayList<>();
		parameters.structures("IpPermissions").forEach((permission) -> rules.addAll(permission(permission)));
		String block = parameters.text("CidrIp");
		if (block != null) {
			rules.add(rule(parameters, Source.ipv4(block), null));
		}
		if (rules.isEmpty()) {
			throw Ec2Exception.missing("IpPermissions");
		}
		return rules;
	}

	private static List<Rule> permission(Parameters permission) {
		List<Rule> rules = new ArrayList<>();
		rules.addAll(each(permission, "IpRanges", (range) -> Source.ipv4(range.required("CidrIp"))));
		rules.addAll(each(permission, "Ipv6Ranges", (range) -> Source.ipv6(range.required("CidrIpv6"))));
		rules.addAll(each(permission, "Groups", (group) -> {
			group.text("UserId");
			return Source.group(group.required("GroupId"));
		}));
		if (rules.isEmpty()) {
			throw Ec2Exception.missing("IpPermissions.N.IpRanges");
		}
		return rules;
	}

	private static List<Rule> each(Parameters permission, String name, Function<Parameters, Source> source) {
		return permission.structures(name)
			.stream()
			.map((range) -> rule(permission, source.apply(range), range.text("Description")))
			.toList();
	}

	private static Rule rule(Parameters ports, Source source, @Nullable String description) {
		return Rule.checked(ResourceIds.next("sgr"), ports.required("IpProtocol"), ports.text("FromPort"),
				ports.text("ToPort"), source, description);
	}

}
