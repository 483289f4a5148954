package cellar.catalog.snapshot;

import java.nio.charset.StandardCharsets;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON of which equal values have one text only, after RFC 8785: keys are sorted at every
 * level, and nothing is written for what is absent. How a type arranges its fields does
 * not show.
 */
final class CanonicalJson {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
		.disable(JsonNodeFeature.WRITE_NULL_PROPERTIES)
		.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
		.disable(JsonWriteFeature.ESCAPE_NON_ASCII, JsonWriteFeature.ESCAPE_FORWARD_SLASHES,
				JsonWriteFeature.WRITE_HEX_UPPER_CASE)
		.build();

	private CanonicalJson() {
	}

	static byte[] of(Object value) {
		// Only a tree sorts unwrapped fields among those that they stand beside.
		return JSON.writeValueAsString(JSON.valueToTree(value)).getBytes(StandardCharsets.UTF_8);
	}

}
