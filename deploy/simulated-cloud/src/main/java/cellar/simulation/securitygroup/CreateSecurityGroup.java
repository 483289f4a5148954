package cellar.simulation.securitygroup;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import cellar.simulation.profile.CloudProfile;
import cellar.simulation.query.Action;
import cellar.simulation.query.Answer;
import cellar.simulation.query.Ec2Exception;
import cellar.simulation.query.Parameters;
import cellar.simulation.state.ResourceIds;
import cellar.simulation.tag.TagSpecifications;

/**
 * {@code CreateSecurityGroup}.
 */
public final class CreateSecurityGroup implements Action<CreateSecurityGroup.Request> {

	private static final Pattern ALLOWED = Pattern.compile("[a-zA-Z0-9 ._\\-:/()#,@\\[\\]+=&;{}!$*]{1,255}");

	private final SecurityGroups groups;

	private final CloudProfile profile;

	public CreateSecurityGroup(SecurityGroups groups, CloudProfile profile) {
		this.groups = groups;
		this.profile = profile;
	}

	@Override
	public String name() {
		return "CreateSecurityGroup";
	}

	@Override
	public Request bind(Parameters parameters) {
		String name = allowed("GroupName", parameters.required("GroupName"));
		if (name.startsWith("sg-")) {
			throw Ec2Exception.invalidValue("The security group name '" + name + "' must not start with 'sg-'");
		}
		return new Request(name, allowed("GroupDescription", parameters.required("GroupDescription")),
				parameters.text("VpcId", SecurityGroups.DEFAULT_VPC),
				TagSpecifications.bind(parameters, this.profile, List.of("security-group")));
	}

	private static String allowed(String parameter, String value) {
		if (!ALLOWED.matcher(value).matches()) {
			throw Ec2Exception.invalidValue("Parameter " + parameter
					+ " must have 1 to 255 characters from a-z, A-Z, 0-9, space and ._-:/()#,@[]+=&;{}!$*");
		}
		return value;
	}

	@Override
	public void rehearse(Request request) {
		this.groups.requireVpc(request.vpcId());
		if (this.groups.findByName(request.name()).isPresent()) {
			throw Ec2Exception.refused("InvalidGroup.Duplicate",
					"The security group '" + request.name() + "' already exists for VPC '" + request.vpcId() + "'");
		}
	}

	@Override
	public Answer perform(Request request) {
		rehearse(request);
		SecurityGroup group = new SecurityGroup(ResourceIds.next("sg"), request.name(), request.description(),
				request.vpcId(), List.of(), request.tags());
		this.groups.save(group);
		return (xml) -> {
			xml.text("return", true);
			xml.text("groupId", group.id());
			xml.tags(group.tags());
		};
	}

	record Request(String name, String description, String vpcId, Map<String, String> tags) {
	}

}
