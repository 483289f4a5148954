package cellar.provisioning.cloud;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import cellar.provisioning.instance.Image;
import cellar.provisioning.instance.Instance;
import cellar.provisioning.instance.InstanceType;
import cellar.provisioning.instance.Reservation;
import cellar.provisioning.instance.RunRequest;

/**
 * Measures the calls to a cloud and refuses more than a few at once, so that a cloud that
 * does not answer holds up only its own callers.
 */
class GuardedCloud implements Cloud {

	private final String name;

	private final Cloud cloud;

	private final Semaphore permits;

	private final CallTally tally;

	GuardedCloud(String name, Cloud cloud, int concurrentCalls, CallTally tally) {
		this.name = name;
		this.cloud = cloud;
		this.permits = new Semaphore(concurrentCalls);
		this.tally = tally;
	}

	@Override
	public Optional<Image> image(String id) {
		return call(CloudAction.IMAGE, () -> this.cloud.image(id));
	}

	@Override
	public List<InstanceType> instanceTypes() {
		return call(CloudAction.INSTANCE_TYPES, this.cloud::instanceTypes);
	}

	@Override
	public boolean hasKeyPair(String name) {
		return call(CloudAction.FIND_KEY_PAIR, () -> this.cloud.hasKeyPair(name));
	}

	@Override
	public void importKeyPair(String name, String publicKey, Map<String, String> tags) {
		send(CloudAction.IMPORT_KEY_PAIR, () -> this.cloud.importKeyPair(name, publicKey, tags));
	}

	@Override
	public void deleteKeyPair(String name) {
		send(CloudAction.DELETE_KEY_PAIR, () -> this.cloud.deleteKeyPair(name));
	}

	@Override
	public Optional<String> securityGroup(String nameOrId) {
		return call(CloudAction.FIND_GROUP, () -> this.cloud.securityGroup(nameOrId));
	}

	@Override
	public String createSecurityGroup(String name, String description, Map<String, String> tags) {
		return call(CloudAction.CREATE_GROUP, () -> this.cloud.createSecurityGroup(name, description, tags));
	}

	@Override
	public void authorizeIngress(String groupId, int port, String cidr) {
		send(CloudAction.AUTHORIZE_INGRESS, () -> this.cloud.authorizeIngress(groupId, port, cidr));
	}

	@Override
	public void deleteSecurityGroup(String groupId) {
		send(CloudAction.DELETE_GROUP, () -> this.cloud.deleteSecurityGroup(groupId));
	}

	@Override
	public Reservation run(RunRequest request, String clientToken) {
		return call(CloudAction.RUN, () -> this.cloud.run(request, clientToken));
	}

	@Override
	public void tagInstances(Collection<String> ids, Map<String, String> tags) {
		send(CloudAction.TAG_INSTANCES, () -> this.cloud.tagInstances(ids, tags));
	}

	@Override
	public List<Instance> instancesByToken(String clientToken) {
		return call(CloudAction.FIND_INSTANCES, () -> this.cloud.instancesByToken(clientToken));
	}

	@Override
	public List<Instance> instancesByTag(String key, String value) {
		return call(CloudAction.FIND_INSTANCES, () -> this.cloud.instancesByTag(key, value));
	}

	@Override
	public List<Instance> instances(Collection<String> ids) {
		return call(CloudAction.DESCRIBE_INSTANCES, () -> this.cloud.instances(ids));
	}

	private void send(CloudAction action, Runnable call) {
		call(action, () -> {
			call.run();
			return true;
		});
	}

	private <T> T call(CloudAction action, Supplier<T> call) {
		CallTally.Call measured = this.tally.begin(action);
		if (!this.permits.tryAcquire()) {
			measured.failed(CloudException.Kind.BUSY);
			throw new CloudException(CloudException.Kind.BUSY, "busy",
					"Too many calls to cloud '" + this.name + "' are under way", null);
		}
		try {
			T result = call.get();
			measured.done();
			return result;
		}
		catch (CloudException ex) {
			measured.failed(ex.kind());
			throw ex;
		}
		catch (RuntimeException | Error ex) {
			measured.failed();
			throw ex;
		}
		finally {
			this.permits.release();
		}
	}

}
