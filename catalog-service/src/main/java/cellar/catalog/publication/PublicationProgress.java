package cellar.catalog.publication;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.channel.PublishedChannels;
import cellar.catalog.document.RenderedDocument;
import cellar.catalog.library.ImageIndex;
import cellar.catalog.published.PublishedImages;
import cellar.catalog.snapshot.Diff;
import cellar.catalog.snapshot.Snapshot;

/**
 * What the database knows of publications under way, one transaction for each step.
 */
@Component
@Transactional
public class PublicationProgress {

	private final Publications publications;

	private final StoredSnapshots snapshots;

	private final StoredDocuments documents;

	private final PublishedImages images;

	private final PublishedChannels channels;

	private final ImageIndex library;

	private final PublicationOrders orders;

	private final PublicationClock clock;

	PublicationProgress(Publications publications, StoredSnapshots snapshots, StoredDocuments documents,
			PublishedImages images, PublishedChannels channels, ImageIndex library, PublicationOrders orders,
			PublicationClock clock) {
		this.publications = publications;
		this.snapshots = snapshots;
		this.documents = documents;
		this.images = images;
		this.channels = channels;
		this.library = library;
		this.orders = orders;
		this.clock = clock;
	}

	/**
	 * Returns what has not come to its end.
	 * @param serial the newest publication of interest
	 * @return the serials, oldest first
	 */
	@Transactional(readOnly = true)
	public List<Long> unsettledUpTo(long serial) {
		return this.publications.findSerialsUpTo(serial, PublicationState.UNSETTLED);
	}

	/**
	 * Returns how far a publication has come.
	 * @param serial the publication
	 * @return its state
	 */
	@Transactional(readOnly = true)
	public PublicationState state(long serial) {
		return publication(serial).state();
	}

	/**
	 * Returns what a publication consists of, unless it has come to its end.
	 * @param serial the publication
	 * @return its content
	 */
	@Transactional(readOnly = true)
	public Content content(long serial) {
		Snapshot snapshot = this.snapshots.findBySerial(serial)
			.map(StoredSnapshot::snapshot)
			.orElseThrow(() -> new ContentRemovedException(serial));
		return new Content(snapshot, documents(serial));
	}

	/**
	 * Returns what was rendered when a publication was frozen.
	 * @param serial a publication that is live or on its way
	 * @return its documents
	 */
	@Transactional(readOnly = true)
	public List<RenderedDocument> documents(long serial) {
		return this.documents.findBySerial(serial).stream().map(StoredDocument::document).toList();
	}

	/**
	 * Notes that a step is done for certain.
	 * @param serial the publication
	 * @param reached its new state
	 */
	public void advance(long serial, PublicationState reached) {
		Publication publication = publication(serial);
		publication.advance(reached);
		this.publications.saveAndFlush(publication);
	}

	/**
	 * Notes that a step could not be done yet, for those who wait.
	 * @param serial the publication
	 * @param obstacle what stands in the way
	 * @param reason what it said
	 */
	public void failed(long serial, Obstacle obstacle, Exception reason) {
		Publication publication = publication(serial);
		publication.failed(obstacle, String.valueOf(reason.getMessage()));
		this.publications.saveAndFlush(publication);
	}

	/**
	 * Notes how a publication ended that is not live.
	 * @param serial the publication
	 * @param end its last state
	 * @param reasons why
	 */
	public void settle(long serial, PublicationState end, List<String> reasons) {
		Publication publication = publication(serial);
		publication.settle(end, reasons);
		this.publications.saveAndFlush(publication);
		this.documents.dropContent(serial);
	}

	/**
	 * Claims the pointers.
	 * @param serial the publication
	 * @return false if a newer one has them
	 */
	public boolean claimPointers(long serial) {
		return this.publications.raiseFence(serial) > 0;
	}

	/**
	 * Finds the publication that the pointers must show.
	 * @return the live one, unless a newer one has claimed the pointers
	 */
	@Transactional(readOnly = true)
	public Optional<Long> holderOfPointers() {
		return this.publications.findSerialByState(PublicationState.LIVE)
			.filter((serial) -> serial == this.publications.fence());
	}

	/**
	 * Makes a publication the live one, and settles those it passes by.
	 * @param serial the publication
	 * @param snapshot what it offers
	 * @return how it went
	 */
	public Arrival goLive(long serial, Snapshot snapshot) {
		Instant now = this.clock.now();
		Publication publication = publication(serial);
		Snapshot before = this.snapshots.findLive().map(StoredSnapshot::snapshot).orElse(Snapshot.EMPTY);
		int passed = passBy(serial);
		publication.goLive(Diff.between(before, snapshot), now);
		this.publications.saveAndFlush(publication);
		this.images.show(serial, before, snapshot, now);
		this.channels.replace(serial, snapshot.pointers(), snapshot.names());
		if (this.library.withdrawn().stream().anyMatch(snapshot.byId()::containsKey)) {
			// Whoever withdrew it looked at what was live until now.
			this.orders.takeBack(serial, new Publication.Order("Withdrawn while it was published", "catalog-service"));
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
			older.settle(PublicationState.SUPERSEDED, List.of());
			this.publications.saveAndFlush(older);
			this.documents.dropContent(older.serial());
		}
		return passed;
	}

	private Publication publication(long serial) {
		return this.publications.findBySerial(serial)
			.orElseThrow(() -> new PublicationNotFoundException(String.valueOf(serial)));
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
