package cellar.simulation.query;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of one request, or of one structure in it. It keeps account of what was
 * asked for, so that the rest can be refused.
 */
public final class Parameters {

	private static final Pattern INDEX = Pattern.compile("[1-9]\\d{0,3}");

	private final NavigableMap<String, String> values;

	private final Set<String> known;

	private final String prefix;

	private Parameters(NavigableMap<String, String> values, Set<String> known, String prefix) {
		this.values = values;
		this.known = known;
		this.prefix = prefix;
	}

	public static Parameters of(NavigableMap<String, String> values) {
		return new Parameters(new TreeMap<>(values), new TreeSet<>(), "");
	}

	public @Nullable String text(String name) {
		String key = this.prefix + name;
		this.known.add(key);
		return this.values.get(key);
	}

	public String text(String name, String fallback) {
		String value = text(name);
		return (value != null) ? value : fallback;
	}

	public String required(String name) {
		String value = text(name);
		if (value == null || value.isBlank()) {
			throw Ec2Exception.missing(this.prefix + name);
		}
		return value;
	}

	public boolean flag(String name) {
		return switch (text(name, "false")) {
			case "true" -> true;
			case "false" -> false;
			default -> throw Ec2Exception.invalidValue("Parameter " + this.prefix + name + " must be true or false");
		};
	}

	public int number(String name, int fallback, int min, int max) {
		String value = text(name);
		if (value == null) {
			return fallback;
		}
		try {
			int number = Integer.parseInt(value);
			if (number >= min && number <= max) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// Reported below.
		}
		throw Ec2Exception.invalidValue(
				"Value (" + value + ") for parameter " + this.prefix + name + " must be " + min + " to " + max);
	}

	/**
	 * Returns the values of {@code NAME.1}, {@code NAME.2} and so on.
	 * @param name the name
	 * @return the values
	 */
	public List<String> list(String name) {
		return indexes(name).stream().map((index) -> required(name + "." + index)).toList();
	}

	/**
	 * Returns what stands below {@code NAME.1.}, {@code NAME.2.} and so on.
	 * @param name the name
	 * @return the parameters of each
	 */
	public List<Parameters> structures(String name) {
		return indexes(name).stream().map((index) -> structure(name + "." + index)).toList();
	}

	/**
	 * Returns what stands below {@code NAME.}, which may be nothing.
	 * @param name the name
	 * @return the parameters there
	 */
	public Parameters structure(String name) {
		return new Parameters(this.values, this.known, this.prefix + name + ".");
	}

	public boolean isEmpty() {
		return !below(this.prefix).iterator().hasNext();
	}

	/**
	 * Takes whatever stands at or below a name without looking at it.
	 * @param name the name
	 */
	public void ignore(String name) {
		this.known.add(this.prefix + name);
		this.known.addAll(below(this.prefix + name + "."));
	}

	/**
	 * Returns a digest of all parameters but some, equal only for equal requests.
	 * @param without the names that do not count
	 * @return the digest
	 */
	public String digest(Set<String> without) {
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
	 */
	public void refuseUnknown() {
		Collection<String> unknown = new ArrayList<>(this.values.keySet());
		unknown.removeAll(this.known);
		if (!unknown.isEmpty()) {
			throw Ec2Exception.refused("UnknownParameter",
					"The parameter " + unknown.iterator().next() + " is not recognized");
		}
	}

	private SortedSet<Integer> indexes(String name) {
		String start = this.prefix + name + ".";
		SortedSet<Integer> indexes = new TreeSet<>();
		for (String key : below(start)) {
			String index = key.substring(start.length()).split("\\.", 2)[0];
			if (INDEX.matcher(index).matches()) {
				indexes.add(Integer.valueOf(index));
			}
		}
		return indexes;
	}

	private Collection<String> below(String start) {
		return this.values.subMap(start, start + Character.MAX_VALUE).keySet();
	}

}
