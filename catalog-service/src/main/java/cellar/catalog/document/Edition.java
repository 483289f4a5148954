package cellar.catalog.document;

import java.time.Instant;
import java.util.List;

import cellar.catalog.snapshot.SnapshotImage;

/**
 * What all documents of one publication are made of.
 *
 * @param serial the publication
 * @param frozenAt when its content was frozen
 * @param images newest first
 */
public record Edition(long serial, Instant frozenAt, List<SnapshotImage> images) {

}
