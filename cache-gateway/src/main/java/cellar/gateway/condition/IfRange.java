package cellar.gateway.condition;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cellar.gateway.header.EntityTag;
import cellar.gateway.header.HttpDate;
import cellar.gateway.lookup.Representation;

/**
 * The condition under which a part is wanted, and else all of the body (RFC 9110,
 * 13.1.5).
 */
public final class IfRange {

	private IfRange() {
	}

	/**
	 * Returns whether a part may be given.
	 * @param field the {@code If-Range} field, or {@code null} if there is none
	 * @param representation what there is
	 * @return whether it is the version that the client means, beyond doubt
	 */
	public static boolean holds(@Nullable String field, Representation representation) {
		if (field == null) {
			return true;
		}
		Instant date = HttpDate.parse(field);
		if (date != null) {
			return date.equals(HttpDate.parse(representation.lastModified())) && isStrong(date, representation);
		}
		EntityTag asked = EntityTag.parse(field);
		EntityTag current = EntityTag.parse(representation.etag());
		return asked != null && current != null && asked.matchesStrongly(current);
	}

	// Within one second there may have been several versions (RFC 9110, 8.8.2.2).
	private static boolean isStrong(Instant lastModified, Representation representation) {
		Instant answeredAt = HttpDate.parse(representation.headers().first("Date"));
		return answeredAt != null && !answeredAt.isBefore(lastModified.plusSeconds(1));
	}

}
