package cellar.simulation.securitygroup;

import java.util.List;

import cellar.simulation.profile.CloudProfile;
import cellar.simulation.query.Action;
import cellar.simulation.query.Answer;
import cellar.simulation.query.Ec2Exception;
import cellar.simulation.query.Parameters;

/**
 * {@code AuthorizeSecurityGroupIngress}: all the rules, or none.
 */
public final class AuthorizeSecurityGroupIngress implements Action<AuthorizeSecurityGroupIngress.Request> {

	private final SecurityGroups groups;

	private final CloudProfile profile;

	private final String account;

	public AuthorizeSecurityGroupIngress(SecurityGroups groups, CloudProfile profile, String account) {
		this.groups = groups;
		this.profile = profile;
		this.account = account;
	}

	@Override
	public String name() {
		return "AuthorizeSecurityGroupIngress";
	}

	@Override
	public Request bind(Parameters parameters) {
		return new Request(GroupName.bind(parameters), RuleParameters.bind(parameters));
	}

	@Override
	public void rehearse(Request request) {
		SecurityGroup group = this.groups.require(request.group());
		List<Rule> rules = request.rules();
		for (int i = 0; i < rules.size(); i++) {
			Rule rule = rules.get(i);
			if (rule.source().is(Source.Kind.GROUP)) {
				this.groups.require(rule.source().value());
			}
			if (rules.subList(0, i).stream().anyMatch(rule::allowsTheSameAs)) {
				throw Ec2Exception.invalidValue("The same permission must not appear multiple times");
			}
			if (group.rules().stream().anyMatch(rule::allowsTheSameAs)) {
				throw Ec2Exception.refused("InvalidPermission.Duplicate",
						"the specified rule \"peer: " + rule.source().value() + ", " + rule.protocol() + ", from port: "
								+ rule.fromPort() + ", to port: " + rule.toPort() + ", ALLOW\" already exists");
			}
		}
	}

	@Override
	public Answer perform(Request request) {
		rehearse(request);
		SecurityGroup group = this.groups.require(request.group());
		this.groups.save(group.withMore(request.rules()));
		if (!this.profile.answersWithRules()) {
			return Answer.done();
		}
		return (xml) -> {
			xml.text("return", true);
			xml.list("securityGroupRuleSet", request.rules(), (rule) -> {
				xml.text("securityGroupRuleId", rule.id());
				xml.text("groupId", group.id());
				xml.text("groupOwnerId", this.account);
				xml.text("isEgress", false);
				xml.text("ipProtocol", rule.protocol());
				xml.text("fromPort", (rule.fromPort() != null) ? rule.fromPort() : -1);
				xml.text("toPort", (rule.toPort() != null) ? rule.toPort() : -1);
				xml.text("cidrIpv4", (rule.source().is(Source.Kind.IPV4)) ? rule.source().value() : null);
				xml.text("cidrIpv6", (rule.source().is(Source.Kind.IPV6)) ? rule.source().value() : null);
				xml.text("description", rule.description());
			});
		};
	}

	record Request(GroupName group, List<Rule> rules) {
	}

}
