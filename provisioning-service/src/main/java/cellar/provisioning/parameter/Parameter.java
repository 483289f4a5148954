package cellar.provisioning.parameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cellar.common.problem.Violation;

/**
 * One thing that a caller may choose about a recipe.
 *
 * @param name name in requests
 * @param description what it does, for people
 * @param rule what each text must be
 * @param many whether it is a list of texts instead of one
 * @param defaultValue the text where none is given, or nothing
 * @param examples texts that are acceptable
 */
public record Parameter(String name, String description, TextRule rule, boolean many, @Nullable String defaultValue,
		List<String> examples) {

	private static final int MAX_VALUES = 50;

	/**
	 * Returns a parameter that takes one text.
	 * @param name name in requests
	 * @param description what it does, for people
	 * @param rule what the text must be
	 * @param defaultValue the text where none is given, or nothing
	 * @param examples texts that are acceptable
	 * @return the parameter
	 */
	public static Parameter text(String name, String description, TextRule rule, @Nullable String defaultValue,
			String... examples) {
		return new Parameter(name, description, rule, false, defaultValue, List.of(examples));
	}

	/**
	 * Returns a parameter that takes a list of texts, empty where none is given.
	 * @param name name in requests
	 * @param description what it does, for people
	 * @param rule what each text must be
	 * @param examples texts that are acceptable
	 * @return the parameter
	 */
	public static Parameter texts(String name, String description, TextRule rule, String... examples) {
		return new Parameter(name, description, rule, true, null, List.of(examples));
	}

	public Map<String, Object> schema() {
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("description", this.description);
		if (this.many) {
			schema.put("type", "array");
			schema.put("items", this.rule.schema());
			schema.put("maxItems", MAX_VALUES);
			schema.put("default", List.of());
			schema.put("examples", List.of(this.examples));
			return schema;
		}
		schema.putAll(this.rule.schema());
		if (this.defaultValue != null) {
			schema.put("default", this.defaultValue);
		}
		schema.put("examples", this.examples);
		return schema;
	}

	/**
	 * Reads what a caller gave.
	 * @param given the value as it came
	 * @param violations where to tell what is wrong with it
	 * @return the texts, of which there is at most one unless there may be many
	 */
	List<String> read(@Nullable Object given, List<Violation> violations) {
		if (given == null) {
			return (this.defaultValue != null) ? List.of(this.defaultValue) : List.of();
		}
		List<String> texts = new ArrayList<>();
		if (!this.many) {
			readText(this.name, given, texts, violations);
			return texts;
		}
		if (!(given instanceof List<?> values) || values.size() > MAX_VALUES) {
			violations.add(new Violation(this.name, "must be an array of at most " + MAX_VALUES + " strings"));
			return texts;
		}
		for (int i = 0; i < values.size(); i++) {
			readText(this.name + "[" + i + "]", values.get(i), texts, violations);
		}
		return texts;
	}

	private void readText(String field, @Nullable Object given, List<String> texts, List<Violation> violations) {
		if (!(given instanceof String text)) {
			violations.add(new Violation(field, "must be a string"));
			return;
		}
		String violation = this.rule.violationOf(text);
		if (violation == null) {
			texts.add(text);
		}
		else {
			violations.add(new Violation(field, violation));
		}
	}

}
