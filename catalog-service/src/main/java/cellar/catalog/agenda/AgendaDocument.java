package cellar.catalog.agenda;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A planned publication as callers see it.
 *
 * @param at when what is offered then is frozen and published
 * @param serial the publication that came of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgendaDocument(UUID id, String reason, Instant at, AgendaState state, @Nullable Long serial, String actor,
		Instant createdAt) {

}
