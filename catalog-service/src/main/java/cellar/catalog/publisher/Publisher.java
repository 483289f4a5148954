package cellar.catalog.publisher;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

import cellar.catalog.gateway.GatewayException;
import cellar.catalog.publication.Arrivals;
import cellar.catalog.publication.Content;
import cellar.catalog.publication.Obstacle;
import cellar.catalog.publication.PublicationProgress;
import cellar.catalog.publication.PublicationState;
import cellar.catalog.store.StoreException;

/**
 * Brings publications to their end, step by step. Every step may be repeated, and the
 * state says which are done for certain.
 */
@Component
class Publisher {

	private static final Logger logger = LoggerFactory.getLogger(Publisher.class);

	private final PublicationProgress progress;

	private final Arrivals arrivals;

	private final PublisherLock lock;

	private final PublicationChecks checks;

	private final SiteBucket site;

	private final Readers readers;

	private final List<PublicationObserver> observers;

	Publisher(PublicationProgress progress, Arrivals arrivals, PublisherLock lock, PublicationChecks checks,
			SiteBucket site, Readers readers, List<PublicationObserver> observers) {
		this.progress = progress;
		this.arrivals = arrivals;
		this.lock = lock;
		this.checks = checks;
		this.site = site;
		this.readers = readers;
		this.observers = List.copyOf(observers);
	}

	/**
	 * Finishes a publication, older ones before it.
	 * @param serial the publication
	 */
	void publish(long serial) {
		this.lock.holding((proof) -> {
			for (long next : this.progress.unsettledUpTo(serial)) {
				if (next == serial) {
					finishOrTellWhy(next, proof);
				}
				else {
					tryToFinish(next, proof);
				}
			}
		});
	}

	private void finishOrTellWhy(long serial, PublisherLock.Proof proof) {
		try {
			finish(serial, proof);
		}
		catch (StoreException ex) {
			this.progress.failed(serial, Obstacle.STORE, ex);
			throw ex;
		}
		catch (GatewayException ex) {
			this.progress.failed(serial, Obstacle.GATEWAYS, ex);
			throw ex;
		}
	}

	private void tryToFinish(long serial, PublisherLock.Proof proof) {
		try {
			finish(serial, proof);
		}
		catch (RuntimeException ex) {
			// Its own task goes on trying, or finds that a newer one has passed it by.
			logger.atDebug().addKeyValue("serial", serial).setCause(ex).log("Older publication is stuck");
		}
	}

	private void finish(long serial, PublisherLock.Proof proof) {
		PublicationState state = this.progress.state(serial);
		Content content = this.progress.content(serial);
		while (!state.isSettled()) {
			state = switch (state) {
				case STAGED -> upload(serial, content);
				case UPLOADED -> point(serial, content, proof);
				case POINTED -> announce(serial, content);
				case LIVE, ABANDONED, SUPERSEDED -> state;
			};
		}
	}

	private PublicationState upload(long serial, Content content) {
		List<String> objections = this.checks.objections(content.snapshot());
		if (!objections.isEmpty()) {
			return settle(serial, PublicationState.ABANDONED, objections);
		}
		this.site.writeImmutable(serial, content.documents());
		this.readers.canRead(serial, content.documents());
		return advance(serial, PublicationState.UPLOADED);
	}

	private PublicationState point(long serial, Content content, PublisherLock.Proof proof) {
		List<String> withdrawals = this.checks.withdrawals(content.snapshot());
		if (!withdrawals.isEmpty()) {
			return settle(serial, PublicationState.ABANDONED, withdrawals);
		}
		if (!this.progress.claimPointers(serial)) {
			return settle(serial, PublicationState.ABANDONED, List.of("A newer publication went out first"));
		}
		this.site.movePointers(content.documents(), proof::check);
		this.site.removePointers(this.progress.abandonedPointers(serial, content), proof::check);
		return advance(serial, PublicationState.POINTED);
	}

	private PublicationState announce(long serial, Content content) {
		if (!this.progress.claimPointers(serial)) {
			return settle(serial, PublicationState.SUPERSEDED, List.of());
		}
		this.readers.forget(this.progress.abandonedPointers(serial, content));
		this.readers.lookAgain(content.documents());
		Arrivals.Arrival arrival = this.arrivals.goLive(serial, content.snapshot());
		logger.atInfo().addKeyValue("serial", serial).log("Publication is live");
		this.observers.forEach((observer) -> observer.live(arrival.took()));
		for (int passed = 0; passed < arrival.passed(); passed++) {
			this.observers.forEach((observer) -> observer.settled(PublicationState.SUPERSEDED));
		}
		return PublicationState.LIVE;
	}

	private PublicationState advance(long serial, PublicationState reached) {
		this.progress.advance(serial, reached);
		return reached;
	}

	private PublicationState settle(long serial, PublicationState end, List<String> reasons) {
		this.progress.settle(serial, end, reasons);
		// Another one going first is nothing to look at.
		logger.atLevel((end == PublicationState.ABANDONED) ? Level.WARN : Level.INFO)
			.addKeyValue("serial", serial)
			.addKeyValue("state", end)
			.addKeyValue("reasons", reasons)
			.log("Publication is settled");
		this.observers.forEach((observer) -> observer.settled(end));
		return end;
	}

}
