package cellar.catalog.transition;

import java.util.List;

/**
 * Thrown when images that nobody withdraws have the same content.
 */
class ContentSharedException extends RuntimeException {

	ContentSharedException(String name, List<String> sharing) {
		super("'%s' has the same content as %s; send 'withShared: true' to withdraw them all".formatted(name, sharing));
	}

}
