package cellar.provisioning.parameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import cellar.common.problem.Violation;

/**
 * What a caller chose about a recipe, complete and acceptable.
 */
public final class Choices {

	private final Map<String, List<String>> texts;

	private Choices(Map<String, List<String>> texts) {
		this.texts = texts;
	}

	/**
	 * Reads what a caller chose, and completes it with defaults.
	 * @param parameters what may be chosen
	 * @param given what the caller gave, by name of the parameter
	 * @return the choices
	 * @throws InvalidParametersException if anything is unknown or not acceptable; it
	 * tells all of it at once
	 */
	public static Choices of(List<Parameter> parameters, Map<String, ?> given) {
		List<Violation> violations = new ArrayList<>();
		Map<String, List<String>> texts = new LinkedHashMap<>();
		TreeSet<String> unknown = new TreeSet<>(given.keySet());
		for (Parameter parameter : parameters) {
			unknown.remove(parameter.name());
			texts.put(parameter.name(), parameter.read(given.get(parameter.name()), violations));
		}
		List<String> known = parameters.stream().map(Parameter::name).toList();
		unknown.forEach((name) -> violations
			.add(new Violation(name, "is unknown; known here are '" + String.join("', '", known) + "'")));
		if (!violations.isEmpty()) {
			throw new InvalidParametersException(violations);
		}
		return new Choices(texts);
	}

	/**
	 * Returns what was chosen for a parameter.
	 * @param name name of the parameter
	 * @return the texts, none where nothing was given and there is no default
	 * @throws IllegalArgumentException if the recipe has no such parameter
	 */
	public List<String> texts(String name) {
		List<String> values = this.texts.get(name);
		if (values == null) {
			throw new IllegalArgumentException("The recipe has no parameter '" + name + "'");
		}
		return values;
	}

	/**
	 * Returns what was chosen for a parameter that may be left out.
	 * @param name name of the parameter
	 * @return the text, or nothing
	 */
	public @Nullable String optional(String name) {
		List<String> values = texts(name);
		return values.isEmpty() ? null : values.getFirst();
	}

	/**
	 * Returns what was chosen for a parameter that has a default.
	 * @param name name of the parameter
	 * @return the text
	 */
	public String text(String name) {
		return texts(name).getFirst();
	}

}
