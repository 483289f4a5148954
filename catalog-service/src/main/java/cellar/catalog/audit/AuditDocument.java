package cellar.catalog.audit;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A recorded change as callers see it.
 *
 * @param subject what kind of thing was changed
 * @param id which one
 * @param action what was done to it
 * @param actor who did it
 * @param at when
 * @param before what was there, absent if it was new
 * @param after what was there then, absent if it was gone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditDocument(AuditSubject subject, String id, String action, String actor, Instant at,
		@Nullable JsonNode before, @Nullable JsonNode after) {

	private static final JsonMapper JSON = new JsonMapper();

	static @Nullable JsonNode read(@Nullable String text) {
		return (text != null) ? JSON.readTree(text) : null;
	}

}
