package cellar.catalog.publication;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.document.RenderedDocument;

/**
 * What the database knows of publications under way, one transaction for each step.
 */
@Component
@Transactional
class PublicationLedger {

	private static final Set<PublicationState> UNSETTLED = Set.of(PublicationState.STAGED, PublicationState.UPLOADED,
			PublicationState.POINTED);

	private final Publications publications;

	private final StoredDocuments documents;

	private final Clock clock;

	PublicationLedger(Publications publications, StoredDocuments documents, Clock clock) {
		this.publications = publications;
		this.documents = documents;
		this.clock = clock;
	}

	List<Long> unsettledUpTo(long serial) {
		return this.publications.findSerialsUpTo(serial, UNSETTLED);
	}

	PublicationState state(long serial) {
		return publication(serial).state();
	}

	Snapshot snapshot(long serial) {
		return publication(serial).snapshot();
	}

	List<RenderedDocument> documents(long serial) {
		return this.documents.findBySerial(serial).stream().map(StoredDocument::document).toList();
	}

	void advance(long serial, PublicationState reached) {
		Publication publication = publication(serial);
		publication.advance(reached);
		this.publications.saveAndFlush(publication);
	}

	void settle(long serial, PublicationState end, List<String> reasons) {
		Publication publication = publication(serial);
		publication.settle(end, reasons);
		this.publications.saveAndFlush(publication);
	}

	/**
	 * Claims the pointers.
	 * @param serial the publication
	 * @return false if a newer one has them
	 */
	boolean claimPointers(long serial) {
		return this.publications.raiseFence(serial) > 0;
	}

	/**
	 * Finds the publication that the pointers must show.
	 * @return the live one, unless a newer one has claimed the pointers
	 */
	@Transactional(readOnly = true)
	Optional<Long> holderOfPointers() {
		return this.publications.findSerialByState(PublicationState.LIVE)
			.filter((serial) -> serial == this.publications.fence());
	}

	/**
	 * Makes a publication the live one, and settles those it passes by.
	 * @param serial the publication
	 */
	void goLive(long serial) {
		Publication publication = publication(serial);
		Snapshot before = Snapshot.EMPTY;
		for (Publication older : this.publications.findBySerialLessThanAndStateIn(serial,
				Set.of(PublicationState.LIVE, PublicationState.POINTED))) {
			if (older.state() == PublicationState.LIVE) {
				before = older.snapshot();
			}
			older.settle(PublicationState.SUPERSEDED, List.of());
			this.publications.saveAndFlush(older);
		}
		publication.differsBy(Diff.between(before, publication.snapshot()));
		publication.goLive(this.clock.instant().truncatedTo(ChronoUnit.MILLIS));
		this.publications.saveAndFlush(publication);
	}

	private Publication publication(long serial) {
		return this.publications.findBySerial(serial).orElseThrow();
	}

}
