package cellar.catalog.description;

import java.util.Map;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps facts as one JSON object.
 */
@Converter
class FactsConverter implements AttributeConverter<@Nullable Map<String, String>, @Nullable String> {

	private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {
	};

	private static final JsonMapper JSON = new JsonMapper();

	static String encode(Map<String, String> facts) {
		return JSON.writeValueAsString(facts);
	}

	@Override
	public @Nullable String convertToDatabaseColumn(@Nullable Map<String, String> facts) {
		return (facts != null) ? encode(facts) : null;
	}

	@Override
	public @Nullable Map<String, String> convertToEntityAttribute(@Nullable String text) {
		return (text != null) ? JSON.readValue(text, FACTS) : null;
	}

}
