package cellar.catalog.publication;

import java.util.Optional;

import jakarta.persistence.QueryHint;
import org.hibernate.jpa.HibernateHints;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/**
 * The snapshots of all publications that have content.
 */
interface StoredSnapshots extends Repository<StoredSnapshot, Long> {

	StoredSnapshot save(StoredSnapshot snapshot);

	// Read-only: no flush compares or keeps a second copy of what never changes.
	@QueryHints(@QueryHint(name = HibernateHints.HINT_READ_ONLY, value = "true"))
	Optional<StoredSnapshot> findBySerial(long serial);

	@Query("""
			select snapshot from StoredSnapshot snapshot
			where snapshot.serial in (select live.serial from Publication live where live.state = LIVE)""")
	@QueryHints(@QueryHint(name = HibernateHints.HINT_READ_ONLY, value = "true"))
	Optional<StoredSnapshot> findLive();

}
