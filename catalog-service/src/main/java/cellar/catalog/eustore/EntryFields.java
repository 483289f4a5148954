package cellar.catalog.eustore;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of an entry as text, whatever they were written as.
 */
class EntryFields {

	private static final Set<String> KNOWN = Set.of("name", "description", "version", "architecture", "os", "url",
			"date", "recipe", "stamp", "contact", "single-kernel", "hypervisors-supported", "virtualization_type",
			"username", "usermame");

	/** What other catalogs of ours add; all of it follows from the artifact. */
	private static final Set<String> DERIVED = Set.of("id", "label", "size", "sha256", "state");

	private static final List<String> FACTS = List.of("tested", "testing", "notes", "min-size", "md5");

	private static final int MAX_FACT = 1000;

	private final JsonNode entry;

	private final Findings findings;

	EntryFields(JsonNode entry, Findings findings) {
		this.entry = entry;
		this.findings = findings;
	}

	@Nullable String text(String field) {
		JsonNode value = this.entry.path(field);
		if (value.isMissingNode() || value.isNull()) {
			return null;
		}
		if (value.isString()) {
			String text = value.stringValue().strip();
			return text.isEmpty() ? null : text;
		}
		if (value.isValueNode()) {
			this.findings.repair("'%s' was not written as text".formatted(field));
			return value.asString();
		}
		this.findings.refuse("'%s' is an object or an array where text belongs".formatted(field));
		return null;
	}

	// Numbers are as good as text here.
	@Nullable String scalar(String field) {
		JsonNode value = this.entry.path(field);
		String text = (value.isString() || value.isNumber()) ? value.asString().strip() : "";
		return text.isEmpty() ? null : text;
	}

	JsonNode raw(String field) {
		return this.entry.path(field);
	}

	@Nullable String loginUser() {
		String user = text("username");
		String misspelt = text("usermame");
		return readMisspelt("username", user, "usermame", misspelt);
	}

	private @Nullable String readMisspelt(String field, @Nullable String value, String misspelling,
			@Nullable String misspelt) {
		if (misspelt == null) {
			return value;
		}
		this.findings.repair((value != null) ? "'%s' was left out beside '%s'".formatted(misspelling, field)
				: "'%s' was read as '%s'".formatted(misspelling, field));
		return (value != null) ? value : misspelt;
	}

	Map<String, String> facts() {
		Map<String, String> facts = new TreeMap<>();
		for (String field : FACTS) {
			String value = text(field);
			if (value != null && value.length() > MAX_FACT) {
				this.findings.note("'%s' is too long to keep".formatted(field));
			}
			else if (value != null && field.equals("testing")) {
				facts.put("tested",
						Objects.requireNonNull(readMisspelt("tested", facts.get("tested"), "testing", value)));
			}
			else if (value != null) {
				facts.put(field, value);
			}
		}
		this.entry.propertyNames()
			.stream()
			.filter((field) -> !KNOWN.contains(field) && !DERIVED.contains(field) && !FACTS.contains(field))
			.forEach((field) -> this.findings.note("'%s' is not known and was left out".formatted(field)));
		return facts;
	}

}
