package cellar.catalog.library;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an image since it was offered. A step back takes the dates of later
 * steps away; the record of all steps is elsewhere.
 *
 * @param successor the readable name of the image to take instead, if there is one
 * @param deprecatedAt when people were first told so
 * @param obsoletedAt when it went off the lists
 * @param withdrawnAt when it was taken back
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Life(@Nullable String successor, @Nullable Instant deprecatedAt, @Nullable Instant obsoletedAt,
		@Nullable Instant withdrawnAt) {

	/** That of drafts and active images. */
	public static final Life UNTOUCHED = new Life(null, null, null, null);

	Life after(ImageState reached, @Nullable String named, Instant now) {
		String next = (named != null) ? named : this.successor;
		return switch (reached) {
			case DRAFT, ACTIVE -> UNTOUCHED;
			case DEPRECATED -> new Life(next, (this.deprecatedAt != null) ? this.deprecatedAt : now, null, null);
			case OBSOLETE -> new Life(next, this.deprecatedAt, now, null);
			case WITHDRAWN -> new Life(next, this.deprecatedAt, this.obsoletedAt, now);
		};
	}

}
