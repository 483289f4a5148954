package cellar.simulation.query;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The form of one request. It keeps account of the parameters that were asked for, so
 * that the rest can be refused.
 */
final class AccountedForm {

	private final NavigableMap<String, String> values;

	private final Set<String> known = new TreeSet<>();

	AccountedForm(NavigableMap<String, String> values) {
		this.values = new TreeMap<>(values);
	}

	/**
	 * Returns a parameter, which from now on counts as known.
	 * @param name the whole name
	 * @return the value, or {@code null} if it was not sent
	 */
	@Nullable String value(String name) {
		this.known.add(name);
		return this.values.get(name);
	}

	/**
	 * Returns the names of what was sent below a prefix, without taking account of it.
	 * @param prefix the start of the names
	 * @return the whole names, in order
	 */
	Collection<String> namesBelow(String prefix) {
		return this.values.subMap(prefix, prefix + Character.MAX_VALUE).keySet();
	}

	/**
	 * Counts whatever stands at or below a name as known.
	 * @param name the whole name
	 */
	void ignore(String name) {
		this.known.add(name);
		this.known.addAll(namesBelow(name + "."));
	}

	/**
	 * Returns a digest of all parameters but some, equal only for equal requests.
	 * @param without the names that do not count
	 * @return the digest
	 */
	String digest(Set<String> without) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			this.values.forEach((name, value) -> {
				if (!without.contains(name)) {
					byte[] pair = (name + "=" + value).getBytes(StandardCharsets.UTF_8);
					digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(pair.length).flip());
					digest.update(pair);
				}
			});
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * Refuses what nobody asked for.
	 * @throws Ec2Exception {@code UnknownParameter} if there is any
	 */
	void refuseUnknown() {
		Collection<String> unknown = new ArrayList<>(this.values.keySet());
		unknown.removeAll(this.known);
		if (!unknown.isEmpty()) {
			throw Ec2Exception.refused("UnknownParameter",
					"The parameter " + unknown.iterator().next() + " is not recognized");
		}
	}

}
