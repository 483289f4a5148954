package cellar.catalog.eustore;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cellar.catalog.description.OneLine;
import cellar.catalog.description.Verification;

/**
 * What the makers of catalogs wrote down beside the fields that clients read, where it
 * fits into fields of ours. What does not fit stays with the origin.
 *
 * @param facts what was written, by field
 */
record KnownFacts(Map<String, String> facts) {

	private static final int MAX_SIZE = 64;

	private static final int MAX_NOTES = 2000;

	@Nullable String minSize() {
		return line("min-size", MAX_SIZE);
	}

	@Nullable String notes() {
		return line("notes", MAX_NOTES);
	}

	@Nullable List<Verification> verifications() {
		String tested = this.facts.getOrDefault("tested", "").toLowerCase(Locale.ROOT);
		return Stream.of(Verification.Result.values())
			.filter((result) -> result.label().equals(tested))
			.findFirst()
			.map((result) -> List.of(new Verification(result, null, null)))
			.orElse(null);
	}

	private @Nullable String line(String field, int max) {
		String value = this.facts.get(field);
		return (value != null && value.length() <= max && value.matches(OneLine.FORM)) ? value : null;
	}

}
