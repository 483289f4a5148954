package cellar.provisioning.cloud;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import cellar.provisioning.instance.Image;
import cellar.provisioning.instance.Instance;
import cellar.provisioning.instance.InstanceState;
import cellar.provisioning.instance.InstanceType;
import cellar.provisioning.instance.Reservation;
import cellar.provisioning.instance.RunRequest;

/**
 * A cloud in memory that can be told to fail, and to let its caller die, at each call.
 */
public class FakeCloud implements Cloud {

	private static final String GROUP = "sg-";

	private final Deque<Trouble> troubles = new ArrayDeque<>();

	private final Map<String, Runnable> interruptions = new LinkedHashMap<>();

	private final Map<String, String> keyPairs = new LinkedHashMap<>();

	private final Map<String, String> groups = new LinkedHashMap<>();

	private final Set<String> rules = new LinkedHashSet<>();

	private final Map<String, Made> byToken = new LinkedHashMap<>();

	private final List<String> calls = new ArrayList<>();

	private InstanceState machineState = InstanceState.RUNNING;

	private int shown = Integer.MAX_VALUE;

	private int answered = Integer.MAX_VALUE;

	private int emptyGroupLookups;

	private boolean tagsLater;

	private final Map<String, Map<String, String>> laterTags = new LinkedHashMap<>();

	private @Nullable Integer crashAt;

	private boolean crashAfterEffect;

	/**
	 * Lets the caller die at one call, counted from 1 over all calls.
	 * @param call the call
	 * @param afterEffect whether the cloud did what it was asked for first
	 */
	public void crashAt(int call, boolean afterEffect) {
		this.crashAt = call;
		this.crashAfterEffect = afterEffect;
	}

	/**
	 * Lets the next call to a method fail.
	 * @param method name of the method
	 * @param kind what goes wrong
	 * @param afterEffect whether the cloud does it nevertheless
	 */
	public void fail(String method, CloudException.Kind kind, boolean afterEffect) {
		this.troubles.add(new Trouble(method, kind, afterEffect));
	}

	/**
	 * Lets something happen while the next call to a method is under way, before the
	 * cloud gets it.
	 * @param method name of the method
	 * @param interruption what happens
	 */
	public void meanwhile(String method, Runnable interruption) {
		this.interruptions.put(method, interruption);
	}

	public void machinesAre(InstanceState state) {
		this.machineState = state;
	}

	public void hideMachines(boolean hide) {
		showMachines(hide ? 0 : Integer.MAX_VALUE);
	}

	/**
	 * Lets the cloud hide all machines but the first ones.
	 * @param most how many it shows
	 */
	public void showMachines(int most) {
		this.shown = most;
	}

	/**
	 * Lets answers to requests for machines name only the first ones.
	 * @param most how many they name
	 */
	public void answerWithMachines(int most) {
		this.answered = most;
	}

	/**
	 * Lets the cloud not find security groups at first.
	 * @param lookups how often
	 */
	public void hideGroups(int lookups) {
		this.emptyGroupLookups = lookups;
	}

	/**
	 * Lets the cloud ignore the tags that come with requests for machines.
	 */
	public void tagLater() {
		this.tagsLater = true;
	}

	public Map<String, Map<String, String>> laterTags() {
		return this.laterTags;
	}

	public void forgetMachines() {
		this.byToken.replaceAll((token, made) -> new Made(made.request(), made.reservation(), true));
	}

	public List<String> calls() {
		return this.calls;
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

	/**
	 * Returns what runs.
	 * @return the requests whose machines are not gone
	 */
	public List<RunRequest> running() {
		return this.byToken.values().stream().filter((made) -> !made.gone()).map(Made::request).toList();
	}

	@Override
	public Optional<Image> image(String id) {
		return call("image", () -> id.startsWith("emi-c0de") ? Optional.of(new Image(id, "flatcar-stable", "available"))
				: Optional.empty());
	}

	@Override
	public List<InstanceType> instanceTypes() {
		return List.of();
	}

	@Override
	public boolean hasKeyPair(String name) {
		return call("hasKeyPair", () -> this.keyPairs.containsKey(name));
	}

	@Override
	public void importKeyPair(String name, String publicKey, Map<String, String> tags) {
		call("importKeyPair", () -> {
			if (this.keyPairs.putIfAbsent(name, publicKey) != null) {
				throw trouble(CloudException.Kind.DUPLICATE);
			}
			return true;
		});
	}

	@Override
	public void deleteKeyPair(String name) {
		call("deleteKeyPair", () -> this.keyPairs.remove(name) != null);
	}

	@Override
	public Optional<String> securityGroup(String nameOrId) {
		return call("securityGroup", () -> {
			if (this.emptyGroupLookups > 0) {
				this.emptyGroupLookups--;
				return Optional.empty();
			}
			return Optional.ofNullable(this.groups.get(nameOrId));
		});
	}

	@Override
	public String createSecurityGroup(String name, String description, Map<String, String> tags) {
		return call("createSecurityGroup", () -> {
			if (this.groups.putIfAbsent(name, GROUP + this.groups.size()) != null) {
				throw trouble(CloudException.Kind.DUPLICATE);
			}
			return String.valueOf(this.groups.get(name));
		});
	}

	@Override
	public void authorizeIngress(String groupId, int port, String cidr) {
		call("authorizeIngress", () -> {
			if (!this.rules.add(groupId + " " + port + " " + cidr)) {
				throw trouble(CloudException.Kind.DUPLICATE);
			}
			return true;
		});
	}

	@Override
	public void deleteSecurityGroup(String groupId) {
		call("deleteSecurityGroup", () -> this.groups.values().remove(groupId));
	}

	@Override
	public Reservation run(RunRequest request, String clientToken) {
		return call("run", () -> {
			Made earlier = this.byToken.get(clientToken);
			if (earlier != null && earlier.gone()) {
				throw trouble(CloudException.Kind.TOKEN_SPENT);
			}
			if (earlier != null && !earlier.request().equals(request)) {
				throw trouble(CloudException.Kind.TOKEN_MISMATCH);
			}
			Reservation made = this.byToken
				.computeIfAbsent(clientToken, (token) -> new Made(request, reserve(request), false))
				.reservation();
			return new Reservation(made.id(), made.instances().stream().limit(this.answered).toList());
		});
	}

	private Reservation reserve(RunRequest request) {
		int number = this.byToken.size();
		List<Instance> machines = new ArrayList<>();
		for (int i = 0; i < request.count(); i++) {
			machines
				.add(new Instance("i-" + number + i, "r-" + number, InstanceState.PENDING, null, null, null, Map.of()));
		}
		return new Reservation("r-" + number, machines);
	}

	@Override
	public void tagInstances(Collection<String> ids, Map<String, String> tags) {
		call("tagInstances", () -> {
			ids.forEach((id) -> this.laterTags.put(id, tags));
			return true;
		});
	}

	@Override
	public List<Instance> instancesByToken(String clientToken) {
		return call("instancesByToken", () -> {
			Made made = this.byToken.get(clientToken);
			return (made != null) ? show(made).stream().limit(this.shown).toList() : List.of();
		});
	}

	@Override
	public List<Instance> instancesByTag(String key, String value) {
		return call("instancesByTag",
				() -> this.byToken.values()
					.stream()
					.flatMap((made) -> show(made).stream())
					.filter((machine) -> value.equals(machine.tags().get(key)))
					.limit(this.shown)
					.toList());
	}

	@Override
	public List<Instance> instances(Collection<String> ids) {
		return call("instances",
				() -> this.byToken.values()
					.stream()
					.flatMap((made) -> show(made).stream())
					.filter((machine) -> ids.contains(machine.id()))
					.limit(this.shown)
					.toList());
	}

	private List<Instance> show(Made made) {
		InstanceState state = made.gone() ? InstanceState.TERMINATED : this.machineState;
		return made.reservation()
			.instances()
			.stream()
			.map((machine) -> new Instance(machine.id(), machine.reservationId(), state, "192.0.2.1", "10.0.0.1", null,
					this.tagsLater ? this.laterTags.getOrDefault(machine.id(), Map.of()) : made.request().tags()))
			.toList();
	}

	private <T> T call(String method, Supplier<T> effect) {
		this.calls.add(method);
		boolean crash = this.crashAt != null && this.crashAt == this.calls.size();
		if (crash && !this.crashAfterEffect) {
			throw new Crash();
		}
		Runnable interruption = this.interruptions.remove(method);
		if (interruption != null) {
			interruption.run();
		}
		Trouble trouble = this.troubles.stream().filter((due) -> due.method().equals(method)).findFirst().orElse(null);
		if (trouble != null) {
			this.troubles.remove(trouble);
			if (trouble.afterEffect()) {
				effect.get();
			}
			throw trouble(trouble.kind());
		}
		T result = effect.get();
		if (crash) {
			throw new Crash();
		}
		return result;
	}

	private static CloudException trouble(CloudException.Kind kind) {
		return new CloudException(kind, "Fake." + kind, "as ordered", null);
	}

	private record Trouble(String method, CloudException.Kind kind, boolean afterEffect) {

	}

	private record Made(RunRequest request, Reservation reservation, boolean gone) {

	}

	/**
	 * The caller dies: nothing of it runs any more.
	 */
	public static class Crash extends Error {

	}

}
