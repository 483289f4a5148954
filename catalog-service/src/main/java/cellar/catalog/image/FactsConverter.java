package cellar.catalog.image;

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

	private final JsonMapper json = new JsonMapper();

	@Override
	public @Nullable String convertToDatabaseColumn(@Nullable Map<String, String> facts) {
		return (facts != null) ? this.json.writeValueAsString(facts) : null;
	}

	@Override
	public @Nullable Map<String, String> convertToEntityAttribute(@Nullable String text) {
		return (text != null) ? this.json.readValue(text, FACTS) : null;
	}

}
