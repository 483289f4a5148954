package cellar.catalog.channel;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import cellar.catalog.description.Architecture;

/**
 * A move of a pointer as callers see it.
 *
 * @param from the image that the slot led to, if it led anywhere
 * @param to the image that it leads to since, unless it was emptied
 */
record MoveDocument(String os, Architecture architecture, @Nullable UUID from, @Nullable UUID to, String reason,
		String actor, Instant movedAt) {

}
