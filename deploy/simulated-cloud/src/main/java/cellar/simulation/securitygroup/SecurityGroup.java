package cellar.simulation.securitygroup;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import cellar.simulation.tag.Tagged;

/**
 * A named set of rules.
 *
 * @param name unique in the account
 * @param tags values by keys
 */
public record SecurityGroup(String id, String name, String description, String vpcId, List<Rule> rules,
		Map<String, String> tags) implements Tagged {

	public SecurityGroup {
		rules = List.copyOf(rules);
	}

	SecurityGroup withTags(Map<String, String> changed) {
		return new SecurityGroup(this.id, this.name, this.description, this.vpcId, this.rules, changed);
	}

	SecurityGroup withMore(List<Rule> more) {
		return new SecurityGroup(this.id, this.name, this.description, this.vpcId,
				Stream.concat(this.rules.stream(), more.stream()).toList(), this.tags);
	}

	boolean isDefault() {
		return this.name.equals(SecurityGroups.DEFAULT_NAME);
	}

	boolean refersTo(String groupId) {
		return this.rules.stream().anyMatch((rule) -> rule.source().equals(Source.group(groupId)));
	}

}
