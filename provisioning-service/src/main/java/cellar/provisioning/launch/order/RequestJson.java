package cellar.provisioning.launch.order;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import cellar.common.hash.HashFunction;

/**
 * Requests as they are written down: the same request is always the same text.
 */
public final class RequestJson {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	private static final JsonMapper GIVEN = MAPPER.rebuild()
		.changeDefaultPropertyInclusion((usual) -> usual.withValueInclusion(JsonInclude.Include.NON_EMPTY)
			.withContentInclusion(JsonInclude.Include.NON_NULL))
		.build();

	private RequestJson() {
	}

	/**
	 * Writes a request as text.
	 * @param request the request
	 * @return its JSON, with names in order
	 */
	public static String write(Object request) {
		return MAPPER.writeValueAsString(request);
	}

	/**
	 * Reads a request that was written down.
	 * @param <T> what kind of request it is
	 * @param json the text
	 * @param type what kind of request it is
	 * @return the request
	 */
	public static <T> T read(String json, Class<T> type) {
		return MAPPER.readValue(json, type);
	}

	/**
	 * Returns what tells requests apart. What a caller left out does not count, so that
	 * it stays the same when requests learn something new.
	 * @param request the request
	 * @return its fingerprint
	 */
	public static String fingerprint(Object request) {
		return hash(GIVEN.writeValueAsString(request));
	}

	/**
	 * Hashes a request that was written down.
	 * @param json the text
	 * @return its SHA-256 in hex
	 */
	public static String hash(String json) {
		return HashFunction.SHA_256.hexOf(json.getBytes(StandardCharsets.UTF_8));
	}

}
