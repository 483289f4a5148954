package cellar.catalog.publication;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.document.RenderedDocument;
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

	private final Settlement settlement;

	PublicationProgress(Publications publications, StoredSnapshots snapshots, StoredDocuments documents,
			Settlement settlement) {
		this.publications = publications;
		this.snapshots = snapshots;
		this.documents = documents;
		this.settlement = settlement;
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
	 * Finds pointers that a publication has no documents for, such as signatures by keys
	 * that are not used any more.
	 * @param serial the publication
	 * @param content what it consists of
	 * @return the names that readers would still find
	 */
	@Transactional(readOnly = true)
	public List<String> abandonedPointers(long serial, Content content) {
		Set<String> kept = content.documents().stream().map(RenderedDocument::name).collect(Collectors.toSet());
		return this.documents.findNamesShownBefore(serial)
			.stream()
			.filter((name) -> RenderedDocument.isPointer(name) && !kept.contains(name))
			.sorted()
			.toList();
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
		this.settlement.settle(publication(serial), end, reasons);
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

	private Publication publication(long serial) {
		return this.publications.findBySerial(serial)
			.orElseThrow(() -> new PublicationNotFoundException(String.valueOf(serial)));
	}

}
