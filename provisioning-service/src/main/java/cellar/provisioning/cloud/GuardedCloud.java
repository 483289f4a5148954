package cellar.provisioning.cloud;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

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

	private final MeterRegistry meters;

	GuardedCloud(String name, Cloud cloud, int concurrentCalls, MeterRegistry meters) {
		this.name = name;
		this.cloud = cloud;
		this.permits = new Semaphore(concurrentCalls);
		this.meters = meters;
	}

	@Override
	public Optional<Image> image(String id) {
		return call("image", () -> this.cloud.image(id));
	}

	@Override
	public List<InstanceType> instanceTypes() {
		return call("instance-types", this.cloud::instanceTypes);
	}

	@Override
	public boolean hasKeyPair(String name) {
		return call("find-key-pair", () -> this.cloud.hasKeyPair(name));
	}

	@Override
	public void importKeyPair(String name, String publicKey, Map<String, String> tags) {
		send("import-key-pair", () -> this.cloud.importKeyPair(name, publicKey, tags));
	}

	@Override
	public void deleteKeyPair(String name) {
		send("delete-key-pair", () -> this.cloud.deleteKeyPair(name));
	}

	@Override
	public Optional<String> securityGroup(String nameOrId) {
		return call("find-group", () -> this.cloud.securityGroup(nameOrId));
	}

	@Override
	public String createSecurityGroup(String name, String description, Map<String, String> tags) {
		return call("create-group", () -> this.cloud.createSecurityGroup(name, description, tags));
	}

	@Override
	public void authorizeIngress(String groupId, int port, String cidr) {
		send("authorize-ingress", () -> this.cloud.authorizeIngress(groupId, port, cidr));
	}

	@Override
	public void deleteSecurityGroup(String groupId) {
		send("delete-group", () -> this.cloud.deleteSecurityGroup(groupId));
	}

	@Override
	public Reservation run(RunRequest request, String clientToken) {
		return call("run", () -> this.cloud.run(request, clientToken));
	}

	@Override
	public void tagInstances(Collection<String> ids, Map<String, String> tags) {
		send("tag-instances", () -> this.cloud.tagInstances(ids, tags));
	}

	@Override
	public List<Instance> instancesByToken(String clientToken) {
		return call("find-instances", () -> this.cloud.instancesByToken(clientToken));
	}

	@Override
	public List<Instance> instancesByTag(String key, String value) {
		return call("find-instances", () -> this.cloud.instancesByTag(key, value));
	}

	@Override
	public List<Instance> instances(Collection<String> ids) {
		return call("describe-instances", () -> this.cloud.instances(ids));
	}

	private void send(String action, Runnable call) {
		call(action, () -> {
			call.run();
			return true;
		});
	}

	private <T> T call(String action, Supplier<T> call) {
		if (!this.permits.tryAcquire()) {
			record(action, "busy", Timer.start(this.meters));
			throw new CloudException(CloudException.Kind.BUSY, "busy",
					"Too many calls to cloud '" + this.name + "' are under way", null);
		}
		Timer.Sample sample = Timer.start(this.meters);
		String outcome = "failed";
		try {
			T result = call.get();
			outcome = "done";
			return result;
		}
		catch (CloudException ex) {
			outcome = ex.kind().name().toLowerCase(Locale.ROOT);
			throw ex;
		}
		finally {
			this.permits.release();
			record(action, outcome, sample);
		}
	}

	private void record(String action, String outcome, Timer.Sample sample) {
		sample.stop(Timer.builder("cellar.cloud.calls")
			.description("Calls to clouds")
			.tag("cloud", this.name)
			.tag("action", action)
			.tag("outcome", outcome)
			.register(this.meters));
	}

}
