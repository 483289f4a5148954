package cellar.simulation.query;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The filters that one describing action knows. All filters must match, each by one of
 * its values, in which {@code *} and {@code ?} stand for others.
 *
 * @param <T> what is filtered
 */
public final class Filters<T> {

	private static final int MAX_VALUES = 200;

	private final Map<String, Function<T, ? extends Collection<String>>> known = new LinkedHashMap<>();

	private @Nullable Function<T, Map<String, String>> tags;

	/**
	 * Adds a filter on something that an item has once.
	 * @param name the name of the filter
	 * @param value what is compared; an item that has none never passes
	 * @return these filters
	 */
	public Filters<T> on(String name, Function<T, @Nullable String> value) {
		return onEach(name, (item) -> Stream.of(item).map(value).filter(Objects::nonNull).toList());
	}

	/**
	 * Adds a filter on something that an item may have several of.
	 * @param name the name of the filter
	 * @param values what is compared; one that matches is enough
	 * @return these filters
	 */
	public Filters<T> onEach(String name, Function<T, ? extends Collection<String>> values) {
		this.known.put(name, values);
		return this;
	}

	/**
	 * Adds the filters {@code tag:KEY} and {@code tag-key}.
	 * @param tags the values of an item's tags by their keys
	 * @return these filters
	 */
	public Filters<T> onTags(Function<T, Map<String, String>> tags) {
		this.tags = tags;
		return onEach("tag-key", (item) -> tags.apply(item).keySet());
	}

	/**
	 * Reads {@code Filter.N.Name} and {@code Filter.N.Value.M}.
	 * @param parameters the parameters of the call
	 * @return whether all filters let an item pass
	 */
	public Predicate<T> bind(Parameters parameters) {
		Predicate<T> all = (item) -> true;
		for (Parameters filter : parameters.structures("Filter")) {
			String name = filter.required("Name");
			List<Pattern> patterns = filter.list("Value").stream().map(Filters::pattern).toList();
			if (patterns.isEmpty() || patterns.size() > MAX_VALUES) {
				throw Ec2Exception.invalidValue("The filter '" + name + "' must have 1 to " + MAX_VALUES + " values");
			}
			Function<T, ? extends Collection<String>> actual = named(name);
			all = all.and((item) -> actual.apply(item)
				.stream()
				.anyMatch((value) -> patterns.stream().anyMatch((pattern) -> pattern.matcher(value).matches())));
		}
		return all;
	}

	private Function<T, ? extends Collection<String>> named(String name) {
		Function<T, ? extends Collection<String>> exact = this.known.get(name);
		if (exact != null) {
			return exact;
		}
		Function<T, Map<String, String>> ofTags = this.tags;
		if (ofTags != null && name.startsWith("tag:")) {
			String key = name.substring("tag:".length());
			return (item) -> Stream.of(ofTags.apply(item))
				.map((tags) -> tags.get(key))
				.filter(Objects::nonNull)
				.toList();
		}
		throw Ec2Exception.invalidValue("The filter '" + name + "' is invalid");
	}

	private static Pattern pattern(String value) {
		StringBuilder regex = new StringBuilder();
		boolean escaped = false;
		for (char character : value.toCharArray()) {
			if (!escaped && character == '\\') {
				escaped = true;
				continue;
			}
			regex.append(switch (character) {
				case '*' -> (escaped) ? "\\*" : ".*";
				case '?' -> (escaped) ? "\\?" : ".";
				default -> Pattern.quote(String.valueOf(character));
			});
			escaped = false;
		}
		return Pattern.compile(regex.toString(), Pattern.DOTALL);
	}

}
