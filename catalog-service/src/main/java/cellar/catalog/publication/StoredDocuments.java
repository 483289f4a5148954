package cellar.catalog.publication;

import java.util.List;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The documents of all publications.
 */
interface StoredDocuments extends Repository<StoredDocument, StoredDocument.Key> {

	StoredDocument save(StoredDocument document);

	List<StoredDocument> findBySerial(Long serial);

	@Query("""
			select distinct document.name from StoredDocument document
			where document.serial in (select older.serial from Publication older
				where older.serial < :serial and older.state in (LIVE, POINTED))""")
	List<String> findNamesShownBefore(long serial);

	@Modifying
	@Query("update StoredDocument document set document.content = null where document.serial = :serial")
	void dropContent(Long serial);

}
