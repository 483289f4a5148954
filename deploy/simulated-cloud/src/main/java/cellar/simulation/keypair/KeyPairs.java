package cellar.simulation.keypair;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import cellar.simulation.query.Ec2Exception;
import cellar.simulation.state.Records;
import cellar.simulation.state.State;
import cellar.simulation.tag.Taggable;
import cellar.simulation.tag.Tagged;

/**
 * The key pairs of the account, by their names.
 */
public final class KeyPairs implements Taggable {

	private final Records<KeyPair> records;

	private KeyPairs(Records<KeyPair> records) {
		this.records = records;
	}

	/**
	 * Opens the key pairs of a cloud.
	 * @param state where they are kept
	 * @return the key pairs
	 */
	public static KeyPairs in(State state) {
		return new KeyPairs(state.records("key-pairs", KeyPair.class));
	}

	public List<KeyPair> all() {
		return this.records.all();
	}

	Optional<KeyPair> find(String name) {
		return this.records.find(name);
	}

	Optional<KeyPair> findById(String id) {
		return all().stream().filter((pair) -> pair.id().equals(id)).findFirst();
	}

	/**
	 * Returns a key pair.
	 * @param name its name
	 * @return the key pair
	 * @throws Ec2Exception {@code InvalidKeyPair.NotFound}
	 */
	public KeyPair require(String name) {
		return find(name).orElseThrow(() -> notFound(name));
	}

	KeyPair requireById(String id) {
		return findById(id).orElseThrow(() -> notFound(id));
	}

	void save(KeyPair pair) {
		this.records.put(pair.name(), pair);
	}

	void remove(KeyPair pair) {
		this.records.remove(pair.name());
	}

	private static Ec2Exception notFound(String name) {
		return Ec2Exception.refused("InvalidKeyPair.NotFound", "The key pair '" + name + "' does not exist");
	}

	@Override
	public String resourceType() {
		return "key-pair";
	}

	@Override
	public String idPrefix() {
		return "key";
	}

	@Override
	public void requireExists(String id) {
		requireById(id);
	}

	@Override
	public Stream<? extends Tagged> tagged() {
		return all().stream();
	}

	@Override
	public void tag(String id, Map<String, String> tags) {
		save(requireById(id).withTags(tags));
	}

}
