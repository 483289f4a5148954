package cellar.catalog.collection;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A search of the store, as callers see it. An upload that was begun and never came to
 * its end counts as an object without bytes.
 *
 * @param id the search
 * @param dryRun whether it only tells what would go
 * @param state how far it has come
 * @param actor who wanted it
 * @param createdAt when it was asked for
 * @param finishedAt when it came to its end
 * @param failure why it has not come to its end, or was refused
 * @param named objects that something names
 * @param young objects that nothing names yet
 * @param due objects that nothing names
 * @param dueBytes bytes of those
 * @param removed objects of those that are gone
 * @param removedBytes bytes of those
 * @param unknown objects that are not ours and stay
 * @param unknownBytes bytes of those
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CollectionDocument(UUID id, boolean dryRun, State state, String actor, Instant createdAt,
		@Nullable Instant finishedAt, @Nullable String failure, long named, long young, long due, long dueBytes,
		long removed, long removedBytes, long unknown, long unknownBytes) {

	/**
	 * How far a search has come.
	 */
	enum State {

		/** It goes on until it comes to its end. */
		RUNNING,

		/** All that was due is gone, or listed. */
		COMPLETED,

		/** More would go than stays, which looks like a mistake. */
		REFUSED

	}

}
