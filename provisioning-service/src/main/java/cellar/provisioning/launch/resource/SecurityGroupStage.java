package cellar.provisioning.launch.resource;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cellar.provisioning.cloud.Cloud;
import cellar.provisioning.cloud.CloudException;
import cellar.provisioning.cloud.Clouds;
import cellar.provisioning.launch.effect.Resource;
import cellar.provisioning.launch.order.LaunchOrder;
import cellar.provisioning.launch.state.FailureCode;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.state.LaunchTags;
import cellar.provisioning.launch.work.Outcome;
import cellar.provisioning.launch.work.Stage;

/**
 * Looks the named security group up, or makes one for this launch alone. It admits nobody
 * unless the caller says who.
 */
@Component
class SecurityGroupStage implements Stage {

	private static final int SSH = 22;

	private final Clouds clouds;

	SecurityGroupStage(Clouds clouds) {
		this.clouds = clouds;
	}

	@Override
	public LaunchState state() {
		return LaunchState.KEY_READY;
	}

	@Override
	public Outcome work(Launch launch, boolean justNoted) {
		LaunchOrder order = launch.order();
		Cloud cloud = this.clouds.get(launch.cloud());
		if (order.securityGroup() != null) {
			Optional<String> found = cloud.securityGroup(order.securityGroup());
			return found.<Outcome>map((id) -> ready("Security group '" + order.securityGroup() + "' exists", id))
				.orElseGet(() -> new Outcome.Fail(FailureCode.SECURITY_GROUP_NOT_FOUND,
						"Cloud '%s' has no security group '%s'; name another or leave it out to have one made"
							.formatted(launch.cloud(), order.securityGroup())));
		}
		Optional<Resource> own = launch.effects().resources().find(Resource.Kind.SECURITY_GROUP);
		if (own.isEmpty()) {
			return new Outcome.Note((changed) -> changed.effects()
				.resources()
				.intend(Resource.Kind.SECURITY_GROUP, changed.resourceName()));
		}
		String id = own.get().cloudId();
		return (id != null) ? admit(cloud, id, order.sshFrom()) : make(launch, cloud, justNoted);
	}

	private static Outcome make(Launch launch, Cloud cloud, boolean justNoted) {
		String name = launch.resourceName();
		if (!justNoted) {
			return new Outcome.Note(
					(changed) -> changed.effects().resources().countCall(Resource.Kind.SECURITY_GROUP, name));
		}
		try {
			return made(cloud.createSecurityGroup(name, "Made for one launch by Cellar", LaunchTags.of(launch)));
		}
		catch (CloudException ex) {
			if (!ex.is(CloudException.Kind.DUPLICATE)) {
				return Refusal.failOrRethrow(launch, Resource.Kind.SECURITY_GROUP, ex);
			}
			return cloud.securityGroup(name)
				.<Outcome>map(SecurityGroupStage::made)
				.orElseGet(() -> new Outcome.Retry("not-shown-yet",
						"The cloud has the security group and does not show it yet"));
		}
	}

	private static Outcome made(String id) {
		return new Outcome.Note((launch) -> launch.effects()
			.resources()
			.markMade(Resource.Kind.SECURITY_GROUP, launch.resourceName(), id));
	}

	private static Outcome admit(Cloud cloud, String id, @Nullable String from) {
		if (from == null) {
			return ready("Security group created; it admits nobody because 'sshFrom' was not given", id);
		}
		try {
			cloud.authorizeIngress(id, SSH, from);
		}
		catch (CloudException ex) {
			// A group may be known to one part of a cloud before it is to another.
			if (ex.is(CloudException.Kind.NOT_FOUND)) {
				return Outcome.Retry.after(ex);
			}
			if (!ex.is(CloudException.Kind.DUPLICATE)) {
				throw ex;
			}
		}
		return ready("Security group created; it admits " + from + " to port 22", id);
	}

	private static Outcome ready(String detail, String groupId) {
		return new Outcome.Enter(LaunchState.GROUP_READY, LaunchState.RUN_INTENDED, detail,
				(launch) -> launch.preparation().useGroup(groupId));
	}

}
