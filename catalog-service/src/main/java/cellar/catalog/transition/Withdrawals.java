package cellar.catalog.transition;

import java.util.UUID;

import cellar.catalog.library.ImageDetails;

/**
 * Makes withdrawn images unreadable for everybody.
 */
public interface Withdrawals {

	/**
	 * Takes the order, in the transaction that withdraws the image.
	 * @param image the image as it was before
	 * @param reason why
	 * @param actor who wants it
	 */
	void order(ImageDetails image, String reason, String actor);

	/**
	 * Waits for an order after its transaction, until no reader gets the content of the
	 * image any more.
	 * @param imageId the image
	 * @throws RuntimeException if that takes too long; the order stands nevertheless
	 */
	void await(UUID imageId);

}
