package cellar.catalog.library;

import java.time.Instant;
import java.util.UUID;

/**
 * When an image was added.
 *
 * @param id the image
 * @param at the time
 */
record Creation(UUID id, Instant at) {

}
