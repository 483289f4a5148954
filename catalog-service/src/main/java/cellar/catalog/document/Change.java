package cellar.catalog.document;

import java.time.Instant;

import cellar.catalog.snapshot.Diff;

/**
 * What one publication changed.
 *
 * @param serial the publication
 * @param at when its content was frozen
 * @param reason why it was wanted
 * @param diff the names that it changed
 */
public record Change(long serial, Instant at, String reason, Diff diff) {

}
