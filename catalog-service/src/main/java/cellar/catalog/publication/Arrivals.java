package cellar.catalog.publication;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.channel.PublishedChannels;
import cellar.catalog.library.ImageIndex;
import cellar.catalog.published.PublishedImages;
import cellar.catalog.snapshot.Diff;
import cellar.catalog.snapshot.Snapshot;

/**
 * Makes publications the live one. What outsiders see changes in the same transaction.
 */
@Component
@Transactional
public class Arrivals {

	private final Publications publications;

	private final StoredSnapshots snapshots;

	private final Settlement settlement;

	private final PublishedImages images;

	private final PublishedChannels channels;

	private final ImageIndex library;

	private final PublicationOrders orders;

	private final PublicationClock clock;

	Arrivals(Publications publications, StoredSnapshots snapshots, Settlement settlement, PublishedImages images,
			PublishedChannels channels, ImageIndex library, PublicationOrders orders, PublicationClock clock) {
		this.publications = publications;
		this.snapshots = snapshots;
		this.settlement = settlement;
		this.images = images;
		this.channels = channels;
		this.library = library;
		this.orders = orders;
		this.clock = clock;
	}

	/**
	 * Makes a publication the live one, and settles those it passes by.
	 * @param serial the publication
	 * @param snapshot what it offers
	 * @return how it went
	 */
	public Arrival goLive(long serial, Snapshot snapshot) {
		Instant now = this.clock.now();
		Publication publication = this.publications.findBySerial(serial)
			.orElseThrow(() -> new PublicationNotFoundException(Long.toString(serial)));
		Snapshot before = this.snapshots.findLive().map(StoredSnapshot::snapshot).orElse(Snapshot.EMPTY);
		int passed = passBy(serial);
		this.settlement.live(publication, Diff.between(before, snapshot), now);
		this.images.show(serial, before, snapshot, now);
		this.channels.replace(serial, snapshot.pointers(), snapshot.names());
		if (this.library.withdrawn().stream().anyMatch(snapshot.byId()::containsKey)) {
			// Whoever withdrew it looked at what was live until now.
			this.orders.takeBack(serial, new Publication.Order("Withdrawn while it was published", Settlement.SELF));
		}
		return new Arrival(Duration.between(publication.createdAt(), now), passed);
	}

	private int passBy(long serial) {
		int passed = 0;
		for (Publication older : this.publications.findBySerialLessThanAndStateIn(serial,
				Set.of(PublicationState.LIVE, PublicationState.POINTED))) {
			if (older.state() == PublicationState.POINTED) {
				passed++;
			}
			this.settlement.settle(older, PublicationState.SUPERSEDED, List.of());
		}
		return passed;
	}

	/**
	 * How a publication went live.
	 *
	 * @param took since it was asked for
	 * @param passed how many older ones were about to, and never do now
	 */
	public record Arrival(Duration took, int passed) {

	}

}
