package cellar.provisioning.cloud;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import cellar.provisioning.instance.Instance;
import cellar.provisioning.instance.InstanceState;
import cellar.provisioning.instance.Reservation;
import cellar.provisioning.instance.RunRequest;

/**
 * The machines of a cloud in memory, which it can be told not to show.
 */
public final class FakeMachines {

	private final Map<String, Made> byToken = new LinkedHashMap<>();

	private final Map<String, Map<String, String>> laterTags = new LinkedHashMap<>();

	private InstanceState state = InstanceState.RUNNING;

	private int shown = Integer.MAX_VALUE;

	private int answered = Integer.MAX_VALUE;

	private boolean tagsLater;

	FakeMachines() {
	}

	public void are(InstanceState state) {
		this.state = state;
	}

	public void hideAll() {
		showOnly(0);
	}

	public void showAll() {
		showOnly(Integer.MAX_VALUE);
	}

	/**
	 * Lets the cloud hide all machines but the first ones.
	 * @param most how many it shows
	 */
	public void showOnly(int most) {
		this.shown = most;
	}

	/**
	 * Lets answers to requests for machines name only the first ones.
	 * @param most how many they name
	 */
	public void answerWith(int most) {
		this.answered = most;
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

	/**
	 * Ends all machines that there are, so that their tokens are spent.
	 */
	public void endAll() {
		this.byToken.replaceAll((token, made) -> new Made(made.request(), made.reservation(), true));
	}

	/**
	 * Returns what runs.
	 * @return the requests whose machines are not gone
	 */
	public List<RunRequest> running() {
		return this.byToken.values().stream().filter((made) -> !made.gone()).map(Made::request).toList();
	}

	Reservation run(RunRequest request, String clientToken) {
		Made earlier = this.byToken.get(clientToken);
		if (earlier != null && earlier.gone()) {
			throw CallScript.refusal(CloudException.Kind.TOKEN_SPENT);
		}
		if (earlier != null && !earlier.request().equals(request)) {
			throw CallScript.refusal(CloudException.Kind.TOKEN_MISMATCH);
		}
		Reservation made = this.byToken
			.computeIfAbsent(clientToken, (token) -> new Made(request, reserve(request), false))
			.reservation();
		return new Reservation(made.id(), made.instances().stream().limit(this.answered).toList());
	}

	void tag(Collection<String> ids, Map<String, String> tags) {
		ids.forEach((id) -> this.laterTags.put(id, tags));
	}

	List<Instance> findByToken(String clientToken) {
		return find(Stream.ofNullable(this.byToken.get(clientToken)), (machine) -> true);
	}

	List<Instance> find(Predicate<Instance> wanted) {
		return find(this.byToken.values().stream(), wanted);
	}

	private List<Instance> find(Stream<Made> made, Predicate<Instance> wanted) {
		return made.flatMap(this::show).filter(wanted).limit(this.shown).toList();
	}

	private Stream<Instance> show(Made made) {
		InstanceState now = made.gone() ? InstanceState.TERMINATED : this.state;
		return made.reservation()
			.instances()
			.stream()
			.map((machine) -> new Instance(machine.id(), machine.reservationId(), now, "192.0.2.1", "10.0.0.1", null,
					this.tagsLater ? this.laterTags.getOrDefault(machine.id(), Map.of()) : made.request().tags()));
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

	private record Made(RunRequest request, Reservation reservation, boolean gone) {

	}

}
