package cellar.catalog.publisher;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import cellar.catalog.document.RenderedDocument;
import cellar.catalog.publication.PublicationProgress;

/**
 * Rewrites pointers that do not show the live publication: a write of an older publisher
 * that was lost on its way may arrive at any time.
 */
@Component
class PointerRepair {

	private static final Logger logger = LoggerFactory.getLogger(PointerRepair.class);

	private final PublicationProgress progress;

	private final PublisherLock lock;

	private final SiteBucket site;

	private final Readers readers;

	private volatile boolean purgeIsDue;

	PointerRepair(PublicationProgress progress, PublisherLock lock, SiteBucket site, Readers readers) {
		this.progress = progress;
		this.lock = lock;
		this.site = site;
		this.readers = readers;
	}

	void repair() {
		this.lock.holding((proof) -> this.progress.holderOfPointers().ifPresent((serial) -> {
			List<RenderedDocument> documents = this.progress.documents(serial);
			if (!this.site.pointersShow(documents)) {
				this.purgeIsDue = true;
				this.site.movePointers(documents, proof::check);
				logger.atWarn().addKeyValue("serial", serial).log("Pointers were overwritten and are right again");
			}
			if (this.purgeIsDue) {
				this.readers.lookAgain(documents);
				this.purgeIsDue = false;
			}
		}));
	}

}
