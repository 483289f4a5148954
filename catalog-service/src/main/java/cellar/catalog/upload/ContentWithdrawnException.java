package cellar.catalog.upload;

import java.util.List;

/**
 * Thrown when what has arrived was taken back from readers before.
 */
public class ContentWithdrawnException extends RuntimeException {

	ContentWithdrawnException(List<String> names) {
		super(("This is the content of %s, which was withdrawn; build the image without what it was withdrawn for, "
				+ "or PUT it with 'afterWithdrawal=true' if the withdrawal was a mistake")
			.formatted(names));
	}

}
