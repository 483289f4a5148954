package cellar.catalog.audit;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down what was changed, in the transaction of the change itself: there is no
 * change without its row, and no row without its change.
 */
@Component
public class Audit {

	private final AuditRows rows;

	private final JsonMapper json;

	private final Clock clock;

	Audit(AuditRows rows, JsonMapper json, Clock clock) {
		this.rows = rows;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Records a change. The values are written as JSON, so they must hold nothing that
	 * readers of the audit may not see.
	 * @param subject what kind of thing was changed
	 * @param id which one, at most 64 characters
	 * @param action what was done to it: one word of at most 32 characters, such as
	 * {@code deprecate}
	 * @param actor who did it
	 * @param before what was there, or null if it is new
	 * @param after what is there now, or null if it is gone
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(AuditSubject subject, String id, String action, String actor, @Nullable Object before,
			@Nullable Object after) {
		this.rows.save(new AuditRow(subject, id, action, actor, this.clock.instant(), written(before), written(after)));
	}

	private @Nullable String written(@Nullable Object value) {
		return (value != null) ? this.json.writeValueAsString(value) : null;
	}

}
