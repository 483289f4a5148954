package cellar.catalog.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes what is live once more, and nothing that publishers have in hand.
 */
@Component
public class Republication {

	private static final Logger logger = LoggerFactory.getLogger(Republication.class);

	private final Publications publications;

	private final StoredSnapshots snapshots;

	private final PublicationOrders orders;

	private final LifetimeProperties lifetime;

	private final Clock clock;

	Republication(Publications publications, StoredSnapshots snapshots, PublicationOrders orders,
			LifetimeProperties lifetime, Clock clock) {
		this.publications = publications;
		this.snapshots = snapshots;
		this.orders = orders;
		this.lifetime = lifetime;
		this.clock = clock;
	}

	/**
	 * Takes a withdrawn image out of what readers see, in the transaction that notes that
	 * it is gone.
	 * @param imageId the image
	 * @param reason why it was withdrawn
	 * @param actor who withdrew it
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void leaveOut(UUID imageId, String reason, String actor) {
		this.snapshots.findLive()
			.filter((live) -> live.snapshot().offers(imageId))
			.ifPresent((live) -> this.orders.takeBack(live.serial(), new Publication.Order(reason, actor)));
	}

	/**
	 * Publishes what is live once more when half the time is over for which readers may
	 * believe it, unless another publication is on its way anyhow.
	 */
	@Transactional
	public void renew() {
		if (this.publications.countByStateIn(PublicationState.UNSETTLED) > 0) {
			return;
		}
		Instant old = this.clock.instant().minus(this.lifetime.publicationLifetime().dividedBy(2));
		this.publications.findDocumentByState(PublicationState.LIVE)
			.filter((live) -> live.createdAt().isBefore(old))
			.ifPresent((live) -> {
				this.orders.takeBack(live.serial(),
						new Publication.Order("Renewed before it expires", Settlement.SELF));
				logger.atInfo().addKeyValue("serial", live.serial()).log("Live publication is renewed");
			});
	}

}
