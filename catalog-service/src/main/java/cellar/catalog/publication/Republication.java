package cellar.catalog.publication;

import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.snapshot.SnapshotImage;

/**
 * Publishes what is live once more, and nothing that publishers have in hand.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Republication {

	private final Publications publications;

	private final PublicationOrders orders;

	Republication(Publications publications, PublicationOrders orders) {
		this.publications = publications;
		this.orders = orders;
	}

	/**
	 * Takes a withdrawn image out of what readers see, in the transaction that notes that
	 * it is gone.
	 * @param imageId the image
	 * @param reason why it was withdrawn
	 * @param actor who withdrew it
	 */
	public void leaveOut(UUID imageId, String reason, String actor) {
		this.publications.findByState(PublicationState.LIVE)
			.filter((live) -> live.snapshot().images().stream().map(SnapshotImage::id).anyMatch(imageId::equals))
			.ifPresent((live) -> this.orders.takeBack(live.serial(), new Publication.Order(reason, actor)));
	}

}
