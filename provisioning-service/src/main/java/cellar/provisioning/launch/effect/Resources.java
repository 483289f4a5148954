package cellar.provisioning.launch.effect;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * What one launch made in its cloud, or is about to make. It keeps nothing itself: it
 * reads and changes the list of the launch.
 */
public final class Resources {

	private final List<Resource> resources;

	Resources(List<Resource> resources) {
		this.resources = resources;
	}

	public List<Resource> all() {
		return List.copyOf(this.resources);
	}

	public Optional<Resource> find(Resource.Kind kind) {
		return this.resources.stream().filter((resource) -> resource.kind() == kind).findFirst();
	}

	/**
	 * Looks for something that may still be taken back. A group may have to wait for
	 * machines that end, a key pair does not, so key pairs come first.
	 * @return the next such thing
	 */
	public Optional<Resource> nextOpen() {
		return this.resources.stream().filter(Resource::isOpen).min(Comparator.comparing(Resource::kind));
	}

	public boolean areDeleted() {
		return this.resources.stream().allMatch((resource) -> resource.state() == Resource.State.DELETED);
	}

	/**
	 * Writes down what is about to be asked for, for the first time.
	 * @param kind what it is
	 * @param name the name that it will have
	 */
	public void intend(Resource.Kind kind, String name) {
		this.resources.add(Resource.intend(kind, name));
	}

	/**
	 * Writes down that something is about to be asked for once more.
	 * @param kind what it is
	 * @param name the name under which it was written down
	 */
	public void countCall(Resource.Kind kind, String name) {
		change(kind, name, Resource::withCall);
	}

	/**
	 * Writes down that something is there.
	 * @param kind what it is
	 * @param name the name under which it was written down
	 * @param cloudId its id in the cloud, if the cloud gives one
	 */
	public void markMade(Resource.Kind kind, String name, @Nullable String cloudId) {
		change(kind, name, (resource) -> resource.made(cloudId));
	}

	/**
	 * Writes down that something is gone, or was never made.
	 * @param kind what it is
	 * @param name the name under which it was written down
	 */
	public void markDeleted(Resource.Kind kind, String name) {
		change(kind, name, (resource) -> resource.with(Resource.State.DELETED, null));
	}

	/**
	 * Writes down that something is left behind.
	 * @param kind what it is
	 * @param name the name under which it was written down
	 * @param why why it is left, for people
	 */
	public void markLeft(Resource.Kind kind, String name, String why) {
		change(kind, name, (resource) -> resource.with(Resource.State.LEFT, why));
	}

	/**
	 * Writes down that the cloud once more did not show what is to be taken back.
	 * @param kind what it is
	 * @param name the name under which it was written down
	 */
	public void countEmptyLookup(Resource.Kind kind, String name) {
		change(kind, name, Resource::withEmptyLookup);
	}

	/**
	 * Writes down a machine that is there.
	 * @param id its id in the cloud
	 */
	public void addMachine(String id) {
		this.resources.add(Resource.intend(Resource.Kind.INSTANCE, id).made(id));
	}

	/**
	 * Writes down that a token may have made machines that nobody has seen.
	 * @param clientToken the token, for people to look for
	 */
	public void addLostToken(String clientToken) {
		this.resources.add(Resource.intend(Resource.Kind.CLIENT_TOKEN, clientToken)
			.with(Resource.State.UNKNOWN, "Look for machines with this client token"));
	}

	/**
	 * Gives up on all that was not taken back yet.
	 * @param why why it is left behind
	 * @param goneMachines ids of machines that are gone by themselves
	 */
	public void leaveBehind(String why, Set<String> goneMachines) {
		this.resources.replaceAll((resource) -> {
			if (!resource.isOpen()) {
				return resource;
			}
			boolean gone = resource.kind() == Resource.Kind.INSTANCE && goneMachines.contains(resource.name());
			return gone ? resource.with(Resource.State.DELETED, null) : resource.with(Resource.State.LEFT, why);
		});
	}

	private void change(Resource.Kind kind, String name, UnaryOperator<Resource> change) {
		this.resources.replaceAll((resource) -> (resource.kind() == kind && resource.name().equals(name))
				? change.apply(resource) : resource);
	}

}
