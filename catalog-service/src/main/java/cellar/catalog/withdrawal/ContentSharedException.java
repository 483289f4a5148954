package cellar.catalog.withdrawal;

import java.util.List;

/**
 * Thrown when images that nobody withdraws have the same content.
 */
class ContentSharedException extends RuntimeException {

	ContentSharedException(String name, List<String> sharing) {
		super("'%s' has the same content as %s; withdraw those first, since its bytes are theirs".formatted(name,
				sharing));
	}

}
