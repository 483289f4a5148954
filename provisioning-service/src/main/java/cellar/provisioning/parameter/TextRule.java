package cellar.provisioning.parameter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What makes a text acceptable as a value of a parameter.
 *
 * @param schema the rule as JSON schema, as far as JSON schema can express it
 * @param check the whole rule
 */
public record TextRule(Map<String, Object> schema, Check check) {

	/** A public key as OpenSSH writes it. */
	public static final TextRule PUBLIC_KEY = new TextRule(
			Map.of("type", "string", "pattern", "^(?:ssh|ecdsa|sk)-\\S+ [A-Za-z0-9+/]+=*(?: .*)?$"),
			PublicKeys::violationOf);

	/**
	 * Accepts certain texts.
	 * @param values the texts
	 * @return the rule
	 */
	public static TextRule oneOf(String... values) {
		List<String> known = List.of(values);
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", "string");
		schema.put("enum", known);
		String message = "must be one of '" + String.join("', '", values) + "'";
		return new TextRule(schema, (text) -> known.contains(text) ? null : message);
	}

	/**
	 * Accepts texts that a pattern describes.
	 * @param regex the pattern, in the dialect that Java and JSON schema share
	 * @param maxLength how long the text may be, in characters
	 * @param message what the text must be, for people
	 * @return the rule
	 */
	public static TextRule matching(String regex, int maxLength, String message) {
		Pattern pattern = Pattern.compile(regex);
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", "string");
		schema.put("maxLength", maxLength);
		schema.put("pattern", "^(?:" + regex + ")$");
		return new TextRule(schema,
				(text) -> (text.length() <= maxLength && pattern.matcher(text).matches()) ? null : message);
	}

	@Nullable String violationOf(String text) {
		String unsafe = UnsafeText.violationOf(text);
		return (unsafe != null) ? unsafe : this.check.violationOf(text);
	}

	/**
	 * Judges one text.
	 */
	@FunctionalInterface
	public interface Check {

		@Nullable String violationOf(String text);

	}

}
