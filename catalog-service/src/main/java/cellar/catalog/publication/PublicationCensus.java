package cellar.catalog.publication;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts publications.
 */
@Component
@Transactional(readOnly = true)
public class PublicationCensus {

	private final Publications publications;

	PublicationCensus(Publications publications) {
		this.publications = publications;
	}

	/**
	 * Tells how publications stand.
	 * @return the live one and those under way, in numbers
	 */
	public PublicationFigures figures() {
		Optional<PublicationDocument> live = this.publications.findDocumentByState(PublicationState.LIVE);
		return new PublicationFigures(live.map(PublicationDocument::serial).orElse(0L),
				live.map(PublicationDocument::imageCount).orElse(0), live.map(PublicationDocument::publishedAt),
				this.publications.countByStateIn(PublicationState.UNSETTLED),
				this.publications.oldestIn(PublicationState.UNSETTLED));
	}

}
