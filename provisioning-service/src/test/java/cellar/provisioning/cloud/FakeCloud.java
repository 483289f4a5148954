package cellar.provisioning.cloud;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import cellar.provisioning.instance.Image;
import cellar.provisioning.instance.Instance;
import cellar.provisioning.instance.InstanceType;
import cellar.provisioning.instance.Reservation;
import cellar.provisioning.instance.RunRequest;

/**
 * A cloud in memory that can be told to fail, and to let its caller die, at each call.
 */
public class FakeCloud implements Cloud {

	private static final String GROUP = "sg-";

	private final CallScript script = new CallScript();

	private final FakeMachines machines = new FakeMachines();

	private final Map<String, String> keyPairs = new LinkedHashMap<>();

	private final Map<String, String> groups = new LinkedHashMap<>();

	private final Set<String> rules = new LinkedHashSet<>();

	private int emptyGroupLookups;

	/**
	 * Returns what goes wrong.
	 * @return the script, to be written on
	 */
	public CallScript script() {
		return this.script;
	}

	public FakeMachines machines() {
		return this.machines;
	}

	/**
	 * Lets the cloud not find security groups at first.
	 * @param lookups how often
	 */
	public void hideGroups(int lookups) {
		this.emptyGroupLookups = lookups;
	}

	public Set<String> keyPairs() {
		return this.keyPairs.keySet();
	}

	public Set<String> groups() {
		return this.groups.keySet();
	}

	public Set<String> rules() {
		return this.rules;
	}

	public void addKeyPair(String name) {
		this.keyPairs.put(name, "");
	}

	@Override
	public Optional<Image> image(String id) {
		return this.script.call("image", () -> id.startsWith("emi-c0de")
				? Optional.of(new Image(id, "flatcar-stable", "available")) : Optional.empty());
	}

	@Override
	public List<InstanceType> instanceTypes() {
		return List.of();
	}

	@Override
	public boolean hasKeyPair(String name) {
		return this.script.call("hasKeyPair", () -> this.keyPairs.containsKey(name));
	}

	@Override
	public void importKeyPair(String name, String publicKey, Map<String, String> tags) {
		this.script.call("importKeyPair", () -> {
			if (this.keyPairs.putIfAbsent(name, publicKey) != null) {
				throw CallScript.refusal(CloudException.Kind.DUPLICATE);
			}
			return true;
		});
	}

	@Override
	public void deleteKeyPair(String name) {
		this.script.call("deleteKeyPair", () -> this.keyPairs.remove(name) != null);
	}

	@Override
	public Optional<String> securityGroup(String nameOrId) {
		return this.script.call("securityGroup", () -> {
			if (this.emptyGroupLookups > 0) {
				this.emptyGroupLookups--;
				return Optional.empty();
			}
			return Optional.ofNullable(this.groups.get(nameOrId));
		});
	}

	@Override
	public String createSecurityGroup(String name, String description, Map<String, String> tags) {
		return this.script.call("createSecurityGroup", () -> {
			if (this.groups.putIfAbsent(name, GROUP + this.groups.size()) != null) {
				throw CallScript.refusal(CloudException.Kind.DUPLICATE);
			}
			return String.valueOf(this.groups.get(name));
		});
	}

	@Override
	public void authorizeIngress(String groupId, int port, String cidr) {
		this.script.call("authorizeIngress", () -> {
			if (!this.rules.add(groupId + " " + port + " " + cidr)) {
				throw CallScript.refusal(CloudException.Kind.DUPLICATE);
			}
			return true;
		});
	}

	@Override
	public void deleteSecurityGroup(String groupId) {
		this.script.call("deleteSecurityGroup", () -> this.groups.values().remove(groupId));
	}

	@Override
	public Reservation run(RunRequest request, String clientToken) {
		return this.script.call("run", () -> this.machines.run(request, clientToken));
	}

	@Override
	public void tagInstances(Collection<String> ids, Map<String, String> tags) {
		this.script.call("tagInstances", () -> {
			this.machines.tag(ids, tags);
			return true;
		});
	}

	@Override
	public List<Instance> instancesByToken(String clientToken) {
		return this.script.call("instancesByToken", () -> this.machines.findByToken(clientToken));
	}

	@Override
	public List<Instance> instancesByTag(String key, String value) {
		return this.script.call("instancesByTag",
				() -> this.machines.find((machine) -> value.equals(machine.tags().get(key))));
	}

	@Override
	public List<Instance> instances(Collection<String> ids) {
		return this.script.call("instances", () -> this.machines.find((machine) -> ids.contains(machine.id())));
	}

}
