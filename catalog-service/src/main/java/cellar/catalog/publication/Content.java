package cellar.catalog.publication;

import java.util.List;

import cellar.catalog.document.RenderedDocument;
import cellar.catalog.snapshot.Snapshot;

/**
 * What a publication consists of. It was frozen when the publication was ordered and is
 * the same at every step.
 *
 * @param snapshot what is offered
 * @param documents what was rendered of it
 */
public record Content(Snapshot snapshot, List<RenderedDocument> documents) {

	public Content {
		documents = List.copyOf(documents);
	}

}
