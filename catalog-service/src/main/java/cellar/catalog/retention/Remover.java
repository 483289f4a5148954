package cellar.catalog.retention;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import cellar.catalog.store.Buckets;
import cellar.catalog.store.ObjectStore;

/**
 * Removes documents from the store whose publications have no content any more. A row
 * goes after its object, so that whatever dies on the way, the rest is found again.
 */
@Component
class Remover {

	private static final int MOST = 500;

	private final OldPublications publications;

	private final ObjectStore store;

	private final Buckets buckets;

	private final TransactionTemplate transaction;

	Remover(OldPublications publications, ObjectStore store, Buckets buckets, TransactionTemplate transaction) {
		this.publications = publications;
		this.store = store;
		this.buckets = buckets;
		this.transaction = transaction;
	}

	void removeAll() {
		List<OldPublications.Leftover> found = next();
		while (!found.isEmpty()) {
			for (OldPublications.Leftover leftover : found) {
				this.store.delete(this.buckets.site(), leftover.key());
				this.transaction.executeWithoutResult((status) -> this.publications.forget(leftover));
			}
			found = next();
		}
	}

	private List<OldPublications.Leftover> next() {
		return this.transaction.execute((status) -> this.publications.leftovers(MOST));
	}

}
