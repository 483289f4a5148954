package cellar.catalog.document;

import java.time.Instant;
import java.util.List;

import cellar.catalog.snapshot.SnapshotImage;

/**
 * What all documents of one publication are made of.
 *
 * @param serial the publication
 * @param frozenAt when its content was frozen
 * @param expiresAt when readers must not believe it any more
 * @param images newest first
 */
public record Edition(long serial, Instant frozenAt, Instant expiresAt, List<SnapshotImage> images) {

}
