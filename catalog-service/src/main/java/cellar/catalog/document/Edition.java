package cellar.catalog.document;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cellar.catalog.snapshot.SnapshotImage;

/**
 * What all documents of one publication are made of.
 *
 * @param serial the publication
 * @param frozenAt when its content was frozen
 * @param images newest first
 * @param publicUrl where clients find the catalog, if that is known
 */
public record Edition(long serial, Instant frozenAt, List<SnapshotImage> images, @Nullable URI publicUrl) {

}
