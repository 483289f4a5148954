package cellar.catalog.publication;

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.audit.Audit;
import cellar.catalog.audit.AuditSubject;
import cellar.catalog.snapshot.Diff;

/**
 * Notes what publications have come to, and tells the audit.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Settlement {

	/** Who does what nobody asked for. */
	static final String SELF = "catalog-service";

	private final Publications publications;

	private final StoredDocuments documents;

	private final Audit audit;

	Settlement(Publications publications, StoredDocuments documents, Audit audit) {
		this.publications = publications;
		this.documents = documents;
		this.audit = audit;
	}

	void live(Publication publication, Diff changes, Instant now) {
		publication.goLive(changes, now);
		this.publications.saveAndFlush(publication);
		record(publication, "go-live");
	}

	void settle(Publication publication, PublicationState end, List<String> reasons) {
		publication.settle(end, reasons);
		this.publications.saveAndFlush(publication);
		this.documents.dropContent(publication.serial());
		record(publication, (end == PublicationState.ABANDONED) ? "abandon" : "supersede");
	}

	private void record(Publication publication, String action) {
		this.audit.record(AuditSubject.PUBLICATION, Long.toString(publication.serial()), action, SELF, null,
				AuditedPublication.of(publication));
	}

}
