package cellar.simulation.control;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import cellar.simulation.http.Call;
import cellar.simulation.http.Reply;

/**
 * Reads and writes the documents of the control API.
 */
final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private Json() {
	}

	static <T> T read(Call call, Class<T> type) {
		String contentType = call.header("content-type");
		if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith("application/json")) {
			throw new BadInputException("The body must be JSON with Content-Type application/json");
		}
		try {
			T value = MAPPER.readValue(call.body(), type);
			if (value == null) {
				throw new BadInputException("The body must not be null");
			}
			return value;
		}
		catch (DatabindException ex) {
			throw new BadInputException("Field '" + ex.getPathReference() + "': " + ex.getOriginalMessage());
		}
		catch (JacksonException ex) {
			throw new BadInputException("The body is not JSON: " + ex.getOriginalMessage());
		}
	}

	static Reply write(int status, Object document) {
		return new Reply.Document(status, "application/json", MAPPER.writeValueAsBytes(document));
	}

	static Reply problem(int status, String type, String title, @Nullable String detail) {
		Map<String, Object> problem = new TreeMap<>(Map.of("type", "urn:cellar:problem:" + type, "title", title,
				"status", status, "detail", (detail != null) ? detail : title));
		return new Reply.Document(status, "application/problem+json", MAPPER.writeValueAsBytes(problem));
	}

}
