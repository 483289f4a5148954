package cellar.gateway.condition;

import java.time.Instant;
import java.util.function.BiPredicate;

import org.jspecify.annotations.Nullable;

import cellar.gateway.header.EntityTag;
import cellar.gateway.header.HttpDate;
import cellar.gateway.lookup.Representation;

/**
 * Conditions of a request (RFC 9110, 13), in their order of precedence.
 *
 * @param ifMatch tags of which one must be current
 * @param ifUnmodifiedSince a time since which nothing may have changed
 * @param ifNoneMatch tags of which none may be current
 * @param ifModifiedSince a time since which something must have changed
 */
public record Preconditions(@Nullable String ifMatch, @Nullable String ifUnmodifiedSince, @Nullable String ifNoneMatch,
		@Nullable String ifModifiedSince) {

	/**
	 * Works out what the conditions come to.
	 * @param representation what there is
	 * @return whether the method is carried out
	 */
	public Verdict check(Representation representation) {
		if (this.ifMatch != null) {
			if (!matches(this.ifMatch, representation, EntityTag::matchesStrongly)) {
				return Verdict.FAILED;
			}
		}
		else if (this.ifUnmodifiedSince != null
				&& isLater(HttpDate.parse(representation.lastModified()), this.ifUnmodifiedSince) == Boolean.TRUE) {
			return Verdict.FAILED;
		}
		if (this.ifNoneMatch != null) {
			return matches(this.ifNoneMatch, representation, EntityTag::matchesWeakly) ? Verdict.NOT_MODIFIED
					: Verdict.GO_ON;
		}
		boolean same = this.ifModifiedSince != null
				&& isLater(changed(representation), this.ifModifiedSince) == Boolean.FALSE;
		return same ? Verdict.NOT_MODIFIED : Verdict.GO_ON;
	}

	private static @Nullable Instant changed(Representation representation) {
		Instant modified = HttpDate.parse(representation.lastModified());
		return (modified != null) ? modified : HttpDate.single(representation.headers(), "Date");
	}

	/**
	 * Compares times.
	 * @param changed when the object was changed
	 * @param field since when it may have been
	 * @return whether it was, or {@code null} if that cannot be told
	 */
	private static @Nullable Boolean isLater(@Nullable Instant changed, String field) {
		Instant since = HttpDate.parse(field);
		return (since != null && changed != null) ? changed.isAfter(since) : null;
	}

	private static boolean matches(String condition, Representation representation,
			BiPredicate<EntityTag, EntityTag> comparison) {
		if (condition.strip().equals("*")) {
			return true;
		}
		EntityTag current = EntityTag.parse(representation.etag());
		return current != null && EntityTag.list(condition).stream().anyMatch((tag) -> comparison.test(tag, current));
	}

	/**
	 * What the conditions come to.
	 */
	public enum Verdict {

		/** Answer as if there were none. */
		GO_ON,

		/** Answer 304. */
		NOT_MODIFIED,

		/** Answer 412. */
		FAILED

	}

}
