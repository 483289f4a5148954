package cellar.catalog.document;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import cellar.catalog.snapshot.SnapshotImage;
import cellar.catalog.snapshot.SnapshotPointer;

/**
 * What all documents of one publication are made of.
 *
 * @param siteId the catalog, wherever it moves to
 * @param serial the publication
 * @param frozenAt when its content was frozen
 * @param expiresAt when readers must not believe it any more
 * @param images newest first
 * @param channels where slots lead, each to one of these images
 * @param changes what this and the latest publications before it changed, newest first
 */
public record Edition(UUID siteId, long serial, Instant frozenAt, Instant expiresAt, List<SnapshotImage> images,
		List<SnapshotPointer> channels, List<Change> changes) {

}
