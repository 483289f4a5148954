package cellar.simulation.query;

import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of one request, or of one structure in it, in the types that EC2
 * documents.
 */
public final class Parameters {

	private static final Pattern INDEX = Pattern.compile("[1-9]\\d{0,3}");

	private final AccountedForm form;

	private final String prefix;

	private Parameters(AccountedForm form, String prefix) {
		this.form = form;
		this.prefix = prefix;
	}

	/**
	 * Reads the parameters of a whole request.
	 * @param values what was sent, by name
	 * @return the parameters
	 */
	public static Parameters of(NavigableMap<String, String> values) {
		return new Parameters(new AccountedForm(values), "");
	}

	/**
	 * Returns a parameter as it was sent.
	 * @param name the name
	 * @return the value, or {@code null} if it was not sent
	 */
	public @Nullable String text(String name) {
		return this.form.value(this.prefix + name);
	}

	/**
	 * Returns a parameter as it was sent.
	 * @param name the name
	 * @param fallback the value if it was not sent
	 * @return the value, which may be empty
	 */
	public String text(String name, String fallback) {
		String value = text(name);
		return (value != null) ? value : fallback;
	}

	/**
	 * Returns a parameter that must be there.
	 * @param name the name
	 * @return the value, not blank
	 * @throws Ec2Exception {@code MissingParameter} if it is missing or blank
	 */
	public String required(String name) {
		String value = text(name);
		if (value == null || value.isBlank()) {
			throw Ec2Exception.missing(this.prefix + name);
		}
		return value;
	}

	/**
	 * Returns a switch, off if it was not sent.
	 * @param name the name
	 * @return whether it is on
	 * @throws Ec2Exception {@code InvalidParameterValue} unless it is {@code true} or
	 * {@code false}
	 */
	public boolean flag(String name) {
		return switch (text(name, "false")) {
			case "true" -> true;
			case "false" -> false;
			default -> throw Ec2Exception.invalidValue("Parameter " + this.prefix + name + " must be true or false");
		};
	}

	/**
	 * Returns a whole number.
	 * @param name the name
	 * @param fallback the number if it was not sent, which need not be in the range
	 * @param min the least that is accepted
	 * @param max the most that is accepted
	 * @return the number
	 * @throws Ec2Exception {@code InvalidParameterValue} if it is no number or out of the
	 * range
	 */
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
		return new Parameters(this.form, this.prefix + name + ".");
	}

	/**
	 * Tells whether nothing was sent here. What was sent does not count as known by this.
	 * @return whether there is nothing
	 */
	public boolean isEmpty() {
		return this.form.namesBelow(this.prefix).isEmpty();
	}

	/**
	 * Takes whatever stands at or below a name without looking at it.
	 * @param name the name
	 */
	public void ignore(String name) {
		this.form.ignore(this.prefix + name);
	}

	/**
	 * Returns a digest of all parameters of the request but some, equal only for equal
	 * requests.
	 * @param without the names that do not count
	 * @return the digest
	 */
	public String digest(Set<String> without) {
		return this.form.digest(without);
	}

	/**
	 * Refuses what nobody asked for.
	 * @throws Ec2Exception {@code UnknownParameter} if there is any
	 */
	void refuseUnknown() {
		this.form.refuseUnknown();
	}

	private SortedSet<Integer> indexes(String name) {
		String start = this.prefix + name + ".";
		SortedSet<Integer> indexes = new TreeSet<>();
		for (String key : this.form.namesBelow(start)) {
			String index = key.substring(start.length()).split("\\.", 2)[0];
			if (INDEX.matcher(index).matches()) {
				indexes.add(Integer.valueOf(index));
			}
		}
		return indexes;
	}

}
