package cellar.gateway.delivery;

import java.time.Instant;
import java.util.function.BiPredicate;

import org.jspecify.annotations.Nullable;

import cellar.gateway.cache.Representation;
import cellar.gateway.freshness.HttpDate;

/**
 * Conditions of a request (RFC 9110, 13), in their order of precedence.
 *
 * @param ifMatch tags of which one must be current
 * @param ifUnmodifiedSince a time since which nothing may have changed
 * @param ifNoneMatch tags of which none may be current
 * @param ifModifiedSince a time since which something must have changed
 */
record Preconditions(@Nullable String ifMatch, @Nullable String ifUnmodifiedSince, @Nullable String ifNoneMatch,
		@Nullable String ifModifiedSince) {

	Verdict check(Representation representation) {
		EntityTag current = EntityTag.parse(representation.etag());
		Instant modified = HttpDate.parse(representation.lastModified());
		if (this.ifMatch != null) {
			if (!matches(this.ifMatch, current, EntityTag::matchesStrongly)) {
				return Verdict.FAILED;
			}
		}
		else if (HttpDate.parse(this.ifUnmodifiedSince) instanceof Instant since && modified != null
				&& modified.isAfter(since)) {
			return Verdict.FAILED;
		}
		if (this.ifNoneMatch != null) {
			return matches(this.ifNoneMatch, current, EntityTag::matchesWeakly) ? Verdict.NOT_MODIFIED : Verdict.GO_ON;
		}
		Instant changed = (modified != null) ? modified : HttpDate.single(representation.headers(), "Date");
		if (HttpDate.parse(this.ifModifiedSince) instanceof Instant since && changed != null
				&& !changed.isAfter(since)) {
			return Verdict.NOT_MODIFIED;
		}
		return Verdict.GO_ON;
	}

	private static boolean matches(String condition, @Nullable EntityTag current,
			BiPredicate<EntityTag, EntityTag> comparison) {
		if (condition.strip().equals("*")) {
			return true;
		}
		return current != null && EntityTag.list(condition).stream().anyMatch((tag) -> comparison.test(tag, current));
	}

	/**
	 * What the conditions come to.
	 */
	enum Verdict {

		/** Answer as if there were none. */
		GO_ON,

		/** Answer 304. */
		NOT_MODIFIED,

		/** Answer 412. */
		FAILED

	}

}
