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

	public List<String> texts(String name) {
		List<String> values = this.texts.get(name);
		if (values == null) {
			throw new IllegalArgumentException("The recipe has no parameter '" + name + "'");
		}
		return values;
	}

	public @Nullable String optional(String name) {
		List<String> values = texts(name);
		return values.isEmpty() ? null : values.getFirst();
	}

	public String text(String name) {
		return texts(name).getFirst();
	}

}
