package cellar.catalog.publication;

import java.time.Instant;
import java.util.Optional;

/**
 * All publications in numbers.
 *
 * @param serial serial of the live one, or 0 if there is none
 * @param images how many images that has
 * @param publishedAt when it was published, if there is one
 * @param unsettled how many have not come to their end
 * @param oldestUnsettled when the oldest of these was asked for, if there is one
 */
public record PublicationFigures(long serial, int images, Optional<Instant> publishedAt, long unsettled,
		Optional<Instant> oldestUnsettled) {

}
