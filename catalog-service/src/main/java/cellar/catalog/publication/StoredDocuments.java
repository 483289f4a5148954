package cellar.catalog.publication;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * The documents of all publications.
 */
interface StoredDocuments extends Repository<StoredDocument, StoredDocument.Key> {

	StoredDocument save(StoredDocument document);

	List<StoredDocument> findBySerial(Long serial);

}
