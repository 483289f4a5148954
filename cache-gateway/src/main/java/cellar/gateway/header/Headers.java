package cellar.gateway.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Header fields in the order in which they came; names are compared without case.
 *
 * @param fields the fields
 */
public record Headers(List<Field> fields) {

	public Headers {
		fields = List.copyOf(fields);
	}

	/**
	 * Returns header fields of alternating names and values.
	 * @param namesAndValues the names, each followed by its value
	 * @return the fields
	 */
	public static Headers of(String... namesAndValues) {
		List<Field> fields = new ArrayList<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
		}
		return new Headers(fields);
	}

	public @Nullable String first(String name) {
		for (Field field : this.fields) {
			if (field.name().equalsIgnoreCase(name)) {
				return field.value();
			}
		}
		return null;
	}

	/**
	 * Returns all values of a field, one for each line that it came in.
	 * @param name the field name
	 * @return the values
	 */
	public List<String> values(String name) {
		return this.fields.stream().filter((field) -> field.name().equalsIgnoreCase(name)).map(Field::value).toList();
	}

	/**
	 * Returns all values of a field joined by commas, which is how list fields are read.
	 * @param name the field name
	 * @return the values, or an empty string
	 */
	public String joined(String name) {
		return String.join(", ", values(name));
	}

	public Headers with(String name, String value) {
		List<Field> changed = new ArrayList<>(without(Set.of(name.toLowerCase(Locale.ROOT))).fields());
		changed.add(new Field(name, value));
		return new Headers(changed);
	}

	public Headers without(Set<String> lowerCaseNames) {
		return new Headers(this.fields.stream()
			.filter((field) -> !lowerCaseNames.contains(field.name().toLowerCase(Locale.ROOT)))
			.toList());
	}

	/**
	 * Returns these fields with those of another answer in place of the fields of the
	 * same names (RFC 9111, 3.2).
	 * @param newer the fields that win
	 * @return the merged fields
	 */
	public Headers updatedBy(Headers newer) {
		List<Field> merged = new ArrayList<>(
				this.fields.stream().filter((field) -> newer.first(field.name()) == null).toList());
		merged.addAll(newer.fields());
		return new Headers(merged);
	}

	/**
	 * One header field.
	 *
	 * @param name the name as it was spelled
	 * @param value the value
	 */
	public record Field(String name, String value) {

	}

}
