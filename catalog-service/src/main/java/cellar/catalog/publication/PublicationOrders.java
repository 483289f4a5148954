package cellar.catalog.publication;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.audit.Audit;
import cellar.catalog.audit.AuditSubject;
import cellar.catalog.channel.ChannelIndex;
import cellar.catalog.document.Change;
import cellar.catalog.document.Documents;
import cellar.catalog.document.Edition;
import cellar.catalog.document.RenderedDocument;
import cellar.catalog.library.ImageIndex;
import cellar.catalog.snapshot.Diff;
import cellar.catalog.snapshot.Snapshot;
import cellar.catalog.task.TaskQueue;

/**
 * Takes orders for publications. An order is kept as soon as it is taken: snapshot,
 * documents and task are one transaction.
 */
@Service
@Transactional
class PublicationOrders {

	/** Enough for whoever looks once a month. */
	private static final Limit EARLIER_CHANGES = Limit.of(49);

	private final ImageIndex images;

	private final ChannelIndex channels;

	private final Publications publications;

	private final StoredSnapshots snapshots;

	private final StoredDocuments storedDocuments;

	private final Documents documents;

	private final Audit audit;

	private final TaskQueue tasks;

	private final LifetimeProperties lifetime;

	private final PublicationClock clock;

	PublicationOrders(ImageIndex images, ChannelIndex channels, Publications publications, StoredSnapshots snapshots,
			StoredDocuments storedDocuments, Documents documents, Audit audit, TaskQueue tasks,
			LifetimeProperties lifetime, PublicationClock clock) {
		this.images = images;
		this.channels = channels;
		this.publications = publications;
		this.snapshots = snapshots;
		this.storedDocuments = storedDocuments;
		this.documents = documents;
		this.audit = audit;
		this.tasks = tasks;
		this.lifetime = lifetime;
		this.clock = clock;
	}

	/**
	 * Freezes what is offered now.
	 * @param order who wants it, and why
	 * @return the publication
	 */
	PublicationDocument take(Publication.Order order) {
		this.publications.lockFreezing();
		return kept(freeze(current(), order), "publish");
	}

	/**
	 * Freezes the content of an earlier publication once more, without what was withdrawn
	 * since.
	 * @param serial the earlier publication
	 * @param order who wants it, and why
	 * @return the new publication
	 */
	PublicationDocument takeBack(long serial, Publication.Order order) {
		this.publications.lockFreezing();
		Snapshot.Readable readable = readable(serial);
		Publication publication = freeze(readable.snapshot(), order);
		publication.rollsBackTo(serial, readable.leftOut());
		return kept(this.publications.saveAndFlush(publication), "roll-back");
	}

	private PublicationDocument kept(Publication publication, String action) {
		this.audit.record(AuditSubject.PUBLICATION, Long.toString(publication.serial()), action,
				publication.order().actor(), null, AuditedPublication.of(publication));
		return PublicationDocument.of(publication);
	}

	private Publication freeze(Snapshot snapshot, Publication.Order order) {
		Instant now = this.clock.now();
		Diff diff = Diff.between(live(), snapshot);
		Publication publication = this.publications
			.saveAndFlush(new Publication(this.publications.nextSerial(), snapshot, diff, order, now));
		long serial = publication.serial();
		this.snapshots.save(new StoredSnapshot(serial, snapshot));
		Instant expires = now.truncatedTo(ChronoUnit.SECONDS).plus(this.lifetime.publicationLifetime());
		Edition edition = new Edition(this.publications.siteId(), serial, now, expires, snapshot.images(),
				snapshot.channels(), changes(new Change(serial, now, order.reason(), diff)));
		this.documents.render(edition).forEach((document) -> keep(serial, document));
		this.documents.assets().forEach((document) -> keep(serial, document));
		this.tasks.order(PublicationTask.DESCRIPTOR, Long.toString(serial), now);
		return publication;
	}

	private List<Change> changes(Change latest) {
		return Stream
			.concat(Stream.of(latest),
					this.publications.findDocumentsByPublishedAtIsNotNullOrderBySerialDesc(EARLIER_CHANGES)
						.stream()
						.map((earlier) -> new Change(earlier.serial(), earlier.createdAt(), earlier.reason(),
								earlier.diff())))
			.toList();
	}

	@Transactional(readOnly = true)
	Preview preview() {
		return Preview.between(live(), current(), List.of());
	}

	@Transactional(readOnly = true)
	Preview previewTakingBack(long serial) {
		Snapshot.Readable readable = readable(serial);
		return Preview.between(live(), readable.snapshot(), readable.leftOut());
	}

	@Transactional(readOnly = true)
	Optional<PublicationDocument> find(long serial) {
		return this.publications.findDocumentBySerial(serial);
	}

	@Transactional(readOnly = true)
	Optional<PublicationDocument> findLive() {
		return this.publications.findDocumentByState(PublicationState.LIVE);
	}

	@Transactional(readOnly = true)
	Page<PublicationDocument> list(int page, int size) {
		return this.publications.findDocumentsByOrderBySerialDesc(PageRequest.of(page, size));
	}

	private void keep(long serial, RenderedDocument document) {
		this.storedDocuments.save(new StoredDocument(serial, document));
	}

	private Snapshot current() {
		return Snapshot.of(this.images.offered(), this.channels.pointers());
	}

	private Snapshot.Readable readable(long serial) {
		Publication earlier = this.publications.findBySerial(serial)
			.orElseThrow(() -> new PublicationNotFoundException(Long.toString(serial)));
		if (earlier.publishedAt() == null) {
			throw new NeverLiveException(serial);
		}
		return this.snapshots.findBySerial(serial)
			.map(StoredSnapshot::snapshot)
			.orElseThrow(() -> new ContentRemovedException(serial))
			.without(this.images.withdrawn());
	}

	private Snapshot live() {
		return this.snapshots.findLive().map(StoredSnapshot::snapshot).orElse(Snapshot.EMPTY);
	}

}
